package fr.medecinproche.appointment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import org.jspecify.annotations.Nullable;

/**
 * One day at a site as its host sees it: the doctors side by side, their patients by
 * time.
 *
 * @param day the day
 * @param doctors in the order of their first half-day
 */
record SiteDay(LocalDate day, List<Column> doctors) {

	/**
	 * Puts the appointments under their doctors.
	 * @param day the day
	 * @param slots the half-days of the day that have a doctor
	 * @param appointments of these half-days, by time
	 * @param now the present
	 * @param open whether it may be noted now who came on a half-day
	 * @return the day
	 */
	static SiteDay of(LocalDate day, List<HalfDaySlot> slots, List<Appointment> appointments, Instant now,
			Predicate<HalfDaySlot> open) {
		Map<String, List<HalfDaySlot>> byDoctor = new LinkedHashMap<>();
		for (var slot : slots) {
			var doctor = Objects.requireNonNull(slot.getVolunteer());
			byDoctor.computeIfAbsent(doctor.getTitle(), (title) -> new ArrayList<>()).add(slot);
		}
		return new SiteDay(day,
				byDoctor.entrySet()
					.stream()
					.map((entry) -> Column.of(entry.getKey(), halves(entry.getValue(), appointments, now, open),
							appointments, now))
					.toList());
	}

	private static List<Half> halves(List<HalfDaySlot> slots, List<Appointment> appointments, Instant now,
			Predicate<HalfDaySlot> open) {
		return slots.stream().map((slot) -> {
			var remaining = appointments.stream()
				.filter((visit) -> visit.getSlot().getId() == slot.getId())
				.filter((visit) -> visit.isBooked() && !visit.getStartsAt().isAfter(now))
				.count();
			return new Half(slot, open.test(slot), remaining);
		}).toList();
	}

	/** How many patients come in all. */
	public int patients() {
		return this.doctors.stream().map(Column::visits).mapToInt(Collection::size).sum();
	}

	/**
	 * A doctor's day.
	 *
	 * @param doctor how the doctor is called
	 * @param halfDays the half-days the doctor is there
	 * @param visits by time
	 */
	record Column(String doctor, List<Half> halfDays, List<Visit> visits) {

		private static Column of(String doctor, List<Half> halfDays, List<Appointment> all, Instant now) {
			var open = halfDays.stream().collect(Collectors.toMap((half) -> half.slot().getId(), Half::open));
			var own = all.stream().filter((visit) -> open.containsKey(visit.getSlot().getId())).toList();
			var next = own.stream().filter((visit) -> visit.getStartsAt().isAfter(now)).findFirst().orElse(null);
			return new Column(doctor, halfDays,
					own.stream()
						.map((visit) -> new Visit(visit, moment(visit, next, now),
								Boolean.TRUE.equals(open.get(visit.getSlot().getId()))))
						.toList());
		}

		private static Moment moment(Appointment visit, @Nullable Appointment next, Instant now) {
			if (!visit.getEndsAt().isAfter(now)) {
				return Moment.PAST;
			}
			if (!visit.getStartsAt().isAfter(now)) {
				return Moment.NOW;
			}
			return (visit == next && visit.getDay().equals(LocalDate.ofInstant(now, HalfDay.ZONE))) ? Moment.NEXT
					: Moment.LATER;
		}

	}

	/**
	 * One of a doctor's half-days.
	 *
	 * @param slot the half-day
	 * @param open whether it may be noted now who came
	 * @param remaining how many times have come of which nothing is noted
	 */
	record Half(HalfDaySlot slot, boolean open, long remaining) {

	}

	/**
	 * A patient's visit.
	 *
	 * @param appointment the appointment
	 * @param moment where it stands in the day
	 * @param open whether it may be noted now whether they came
	 */
	record Visit(Appointment appointment, Moment moment, boolean open) {

	}

	/**
	 * Where a visit stands in the day.
	 */
	enum Moment {

		PAST, NOW, NEXT, LATER

	}

}
