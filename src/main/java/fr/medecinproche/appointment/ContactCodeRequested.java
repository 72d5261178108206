package fr.medecinproche.appointment;

import java.time.Instant;
import java.util.Locale;

/**
 * Somebody who books must type a code they receive.
 *
 * @param heldId the held appointment
 * @param send how many codes were sent for it, this one included
 * @param contact an e-mail address, or a mobile number in the international form
 * @param locale the language of the message
 * @param code the six digits, kept nowhere else
 * @param until when the code ends
 */
public record ContactCodeRequested(long heldId, int send, String contact, Locale locale, String code, Instant until) {

	/** The code is not for logs. */
	@Override
	public String toString() {
		return "ContactCodeRequested[" + this.heldId + "]";
	}

}
