package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.AttendanceService;
import fr.medecinproche.appointment.AvailabilityService;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.ConsultationTime;
import fr.medecinproche.appointment.Continuations;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.HalfDaySlot;

import org.springframework.stereotype.Component;

/**
 * Writes the {@link DaySheet}, for the page and for the file to take along.
 */
@Component
class DaySheets {

	private final Appointments appointments;

	private final AvailabilityService availability;

	private final AttendanceService attendance;

	private final Continuations continuations;

	private final Clock clock;

	DaySheets(Appointments appointments, AvailabilityService availability, AttendanceService attendance,
			Continuations continuations, Clock clock) {
		this.appointments = appointments;
		this.availability = availability;
		this.attendance = attendance;
		this.continuations = continuations;
		this.clock = clock;
	}

	/**
	 * The sheet of a day.
	 * @param day the doctor's half-days of one day at one site, in order
	 * @return what is known now
	 */
	DaySheet of(List<HalfDaySlot> day) {
		var ids = day.stream().map(HalfDaySlot::getId).toList();
		var first = this.appointments.firstVisits(ids);
		var visits = this.appointments.dayList(ids);
		var noted = this.continuations.of(visits.stream().map(Appointment::getId).toList())
			.stream()
			.collect(Collectors.groupingBy((each) -> each.getAppointment().getId()));
		var shown = visits.stream()
			.map((visit) -> new DaySheet.Visit(visit, visit.getPatient() != null && first.contains(visit.getId()),
					noted.getOrDefault(visit.getId(), List.of())))
			.toList();
		var free = this.availability.of(day, VisitKind.CONSULTATION, Asker.by(Channel.VOLUNTEER));
		return new DaySheet(
				day.stream().map((slot) -> half(slot, shown, free.getOrDefault(slot.getId(), List.of()))).toList());
	}

	private DaySheet.Half half(HalfDaySlot slot, List<DaySheet.Visit> all, List<ConsultationTime> free) {
		var theirs = all.stream().filter((visit) -> visit.appointment().getSlot().getId() == slot.getId()).toList();
		var remaining = theirs.stream()
			.map(DaySheet.Visit::appointment)
			.filter(Appointment::isBooked)
			.filter((visit) -> !visit.getStartsAt().isAfter(this.clock.instant()))
			.count();
		return new DaySheet.Half(slot, theirs, free, this.attendance.isOpen(slot), remaining);
	}

}
