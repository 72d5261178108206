package fr.medecinproche.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import fr.medecinproche.schedule.HalfDay;

/**
 * A span of a doctor's half-day that one patient may have.
 *
 * @param slotId the half-day
 * @param startsAt its first minute
 * @param endsAt the minute after its last
 */
public record ConsultationTime(long slotId, Instant startsAt, Instant endsAt) {

	public static ConsultationTime of(long slotId, Instant startsAt, Duration length) {
		return new ConsultationTime(slotId, startsAt, startsAt.plus(length));
	}

	/**
	 * Whether two patients could not both be seen.
	 * @param start first minute of another span of the same half-day
	 * @param end the minute after its last
	 * @return true when they share a minute
	 */
	boolean overlaps(Instant start, Instant end) {
		return this.startsAt.isBefore(end) && start.isBefore(this.endsAt);
	}

	public LocalDate day() {
		return this.startsAt.atZone(HalfDay.ZONE).toLocalDate();
	}

	public LocalTime time() {
		return this.startsAt.atZone(HalfDay.ZONE).toLocalTime();
	}

}
