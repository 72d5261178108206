package fr.medecinproche.appointment.web;

import java.util.List;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a doctor sees: their own half-days and the visits there. All else is not found.
 */
@Component
class OwnHalfDays {

	private final Volunteers volunteers;

	private final HalfDaySlots slots;

	private final Appointments appointments;

	OwnHalfDays(Volunteers volunteers, HalfDaySlots slots, Appointments appointments) {
		this.volunteers = volunteers;
		this.slots = slots;
		this.appointments = appointments;
	}

	Volunteer doctor(SignedIn me) {
		return this.volunteers.signedIn(me);
	}

	HalfDaySlot of(SignedIn me, long id) {
		var doctor = doctor(me);
		return this.slots.findTakenBy(doctor.getId(), id);
	}

	/** The half-days of one day at one site: one or two, in order. */
	List<HalfDaySlot> dayOf(SignedIn me, long id) {
		var one = of(me, id);
		var day = one.getHalfDay().day();
		return this.slots.of(doctor(me).getId(), day, day.plusDays(1))
			.stream()
			.filter((slot) -> slot.getSite().getId() == one.getSite().getId())
			.toList();
	}

	/** A visit of somebody who is still known. */
	Appointment visit(SignedIn me, long id) {
		var doctor = doctor(me);
		return this.appointments.findById(id)
			.filter((visit) -> visit.getSlot().isTakenBy(doctor.getId()))
			.filter((visit) -> visit.isExpected() && visit.getPatient() != null)
			.orElseThrow(OwnHalfDays::notFound);
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
