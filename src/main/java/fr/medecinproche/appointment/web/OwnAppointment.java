package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.Instant;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentAccess;
import fr.medecinproche.appointment.NoSuchAppointmentException;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The appointment behind a patient's link, and what its pages show of it.
 */
@Component
class OwnAppointment {

	private final AppointmentAccess access;

	private final Clock clock;

	OwnAppointment(AppointmentAccess access, Clock clock) {
		this.access = access;
		this.clock = clock;
	}

	/**
	 * Opens a link.
	 * @param secret as it came in the address
	 * @return the appointment
	 * @throws NoSuchAppointmentException when it leads to none
	 */
	Appointment open(String secret) {
		return this.access.open(Secret.of(secret)).orElseThrow(NoSuchAppointmentException::new);
	}

	boolean isChangeable(Appointment appointment) {
		return appointment.isChangeableByPatientAt(this.clock.instant());
	}

	void show(String secret, Appointment appointment, Model model) {
		model.addAttribute("secret", secret);
		model.addAttribute("appointment", appointment);
		model.addAttribute("site", appointment.getSlot().getSite());
		model.addAttribute("changeable", isChangeable(appointment));
		model.addAttribute("coming", appointment.isCancellableAt(this.clock.instant()));
	}

	/**
	 * A secret for a hold that one link asks of one time: the button pressed twice, or
	 * after "back", finds the hold it made.
	 * @param link the secret of the link
	 * @param slotId the half-day
	 * @param startsAt the first minute
	 * @return always the same for the same three
	 */
	static Secret holdSecret(String link, long slotId, Instant startsAt) {
		return Secret.of(Secret.of(link + " " + slotId + " " + startsAt).hash());
	}

}
