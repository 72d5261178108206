package fr.medecinproche.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import fr.medecinproche.schedule.HalfDaySlot;

/**
 * What is left of a doctor's half-day. Visits of different lengths share it, so the times
 * offered are computed from what is taken: each gap is filled from its beginning, which
 * leaves no minutes nobody can use.
 */
final class FreeTimes {

	private FreeTimes() {
	}

	/**
	 * The times a patient may choose.
	 * @param slot a half-day with a doctor
	 * @param taken the spans of it that are not free
	 * @param length how long the visit takes
	 * @param notBefore the earliest beginning
	 * @return in the order of time
	 */
	static List<ConsultationTime> of(HalfDaySlot slot, Collection<Busy> taken, Duration length, Instant notBefore) {
		var times = new ArrayList<ConsultationTime>();
		var cursor = slot.begins();
		for (var busy : taken.stream().sorted(Comparator.comparing(Busy::startsAt)).toList()) {
			fill(times, slot.getId(), cursor, busy.startsAt(), length);
			cursor = cursor.isAfter(busy.endsAt()) ? cursor : busy.endsAt();
		}
		fill(times, slot.getId(), cursor, slot.ends(), length);
		times.removeIf((time) -> time.startsAt().isBefore(notBefore));
		return times;
	}

	private static void fill(List<ConsultationTime> times, long slotId, Instant from, Instant until, Duration length) {
		for (var start = from; !start.plus(length).isAfter(until); start = start.plus(length)) {
			times.add(ConsultationTime.of(slotId, start, length));
		}
	}

	/**
	 * Whether a patient may have a time: within the half-day, on a five-minute step, and
	 * nobody else's.
	 * @param slot a half-day with a doctor
	 * @param taken the spans of it that are not free
	 * @param wanted the time
	 * @return true when it is free
	 */
	static boolean include(HalfDaySlot slot, Collection<Busy> taken, ConsultationTime wanted) {
		var step = Duration.ofMinutes(5);
		var since = Duration.between(slot.begins(), wanted.startsAt());
		return !since.isNegative() && since.toSeconds() % step.toSeconds() == 0 && !wanted.endsAt().isAfter(slot.ends())
				&& taken.stream().noneMatch((busy) -> wanted.overlaps(busy.startsAt(), busy.endsAt()));
	}

}
