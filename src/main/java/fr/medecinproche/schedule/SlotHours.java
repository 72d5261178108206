package fr.medecinproche.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import fr.medecinproche.site.ConsultationHours;
import jakarta.persistence.Embeddable;

/**
 * When a doctor begins and leaves, in mainland France.
 *
 * @param startsAt the first minute
 * @param endsAt the minute after the last
 */
@Embeddable
record SlotHours(LocalTime startsAt, LocalTime endsAt) {

	/**
	 * Those of a half of the day.
	 * @param hours what a site or a pattern keeps
	 * @param period which half
	 */
	static SlotHours of(ConsultationHours hours, Period period) {
		return switch (period) {
			case MORNING -> new SlotHours(hours.morningStart(), hours.morningEnd());
			case AFTERNOON -> new SlotHours(hours.afternoonStart(), hours.afternoonEnd());
		};
	}

	Instant beginOn(LocalDate day) {
		return day.atTime(this.startsAt).atZone(HalfDay.ZONE).toInstant();
	}

	Instant endOn(LocalDate day) {
		return day.atTime(this.endsAt).atZone(HalfDay.ZONE).toInstant();
	}

}
