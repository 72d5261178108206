package fr.medecinproche.appointment.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import fr.medecinproche.appointment.ConsultationTime;
import org.jspecify.annotations.Nullable;

/**
 * A time as a radio button carries it: the half-day and the first minute.
 *
 * @param slotId the half-day
 * @param startsAt the first minute
 */
record ChosenTime(long slotId, Instant startsAt) {

	static String of(ConsultationTime time) {
		return time.slotId() + "@" + time.startsAt();
	}

	/**
	 * Reads what came back.
	 * @param value anything
	 * @return the time, or empty when nothing was chosen or it makes no sense
	 */
	static Optional<ChosenTime> parse(@Nullable String value) {
		if (value == null || !value.matches("\\d{1,18}@.{16,40}")) {
			return Optional.empty();
		}
		try {
			var parts = value.split("@", 2);
			return Optional.of(new ChosenTime(Long.parseLong(parts[0]), Instant.parse(parts[1])));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
