package fr.medecinproche.appointment.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Appointments;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a regulator sees: the appointments they booked themselves. All else is not found.
 */
@Component
class OwnCalls {

	private final Appointments appointments;

	OwnCalls(Appointments appointments) {
		this.appointments = appointments;
	}

	Appointment appointment(long id, SignedIn regulator) {
		return this.appointments.findById(id)
			.filter((known) -> known.isBookedBy(regulator.accountId()) && known.getPatient() != null)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
