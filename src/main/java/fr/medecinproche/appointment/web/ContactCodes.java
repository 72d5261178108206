package fr.medecinproche.appointment.web;

import java.util.Locale;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.appointment.ContactCheckService;
import fr.medecinproche.appointment.Patient;

import org.springframework.stereotype.Component;

/**
 * Sends codes, not too many to one place: codes cost money, and ring at somebody's.
 */
@Component
class ContactCodes {

	private final ContactCheckService checks;

	private final RetrievalBrake brake;

	ContactCodes(ContactCheckService checks, RetrievalBrake brake) {
		this.checks = checks;
		this.brake = brake;
	}

	/**
	 * Sends a code if one is asked of this patient.
	 * @param hold the secret of the hold
	 * @param patient who comes
	 * @param locale the language of the message
	 * @param from the network address it is asked from
	 * @return false when the booking needs none
	 * @throws BookingRefusedException when the time cannot be theirs, or too many codes
	 * were sent
	 */
	boolean begin(Secret hold, Patient patient, Locale locale, String from) {
		if (!this.checks.isAskedOf(patient)) {
			return false;
		}
		count(from);
		this.checks.begin(hold, patient, locale);
		return true;
	}

	void sendAgain(Secret hold, String from) {
		var waiting = this.checks.pending(hold).orElseThrow(() -> new BookingRefusedException(Reason.HOLD_ENDED));
		count(from);
		this.checks.begin(hold, waiting.getPatient(), waiting.getLocale());
	}

	private void count(String from) {
		var place = "code " + from;
		if (this.brake.isOn(place)) {
			throw new BookingRefusedException(Reason.TOO_MANY_CODES);
		}
		this.brake.failed(place);
	}

}
