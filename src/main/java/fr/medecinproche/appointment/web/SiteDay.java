package fr.medecinproche.appointment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
	 * @return the day
	 */
	static SiteDay of(LocalDate day, List<HalfDaySlot> slots, List<Appointment> appointments, Instant now) {
		Map<String, List<HalfDaySlot>> byDoctor = new LinkedHashMap<>();
		for (var slot : slots) {
			var doctor = Objects.requireNonNull(slot.getVolunteer());
			byDoctor.computeIfAbsent(doctor.getTitle(), (title) -> new ArrayList<>()).add(slot);
		}
		return new SiteDay(day,
				byDoctor.entrySet()
					.stream()
					.map((entry) -> Column.of(entry.getKey(), entry.getValue(), appointments, now))
					.toList());
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
	record Column(String doctor, List<HalfDaySlot> halfDays, List<Visit> visits) {

		private static Column of(String doctor, List<HalfDaySlot> halfDays, List<Appointment> all, Instant now) {
			var ids = halfDays.stream().map(HalfDaySlot::getId).toList();
			var own = all.stream().filter((visit) -> ids.contains(visit.getSlot().getId())).toList();
			var next = own.stream().filter((visit) -> visit.getStartsAt().isAfter(now)).findFirst().orElse(null);
			return new Column(doctor, halfDays,
					own.stream().map((visit) -> new Visit(visit, moment(visit, next, now))).toList());
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
	 * A patient's visit.
	 *
	 * @param appointment the appointment
	 * @param moment where it stands in the day
	 */
	record Visit(Appointment appointment, Moment moment) {

	}

	/**
	 * Where a visit stands in the day.
	 */
	enum Moment {

		PAST, NOW, NEXT, LATER

	}

}
