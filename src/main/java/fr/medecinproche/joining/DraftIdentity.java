package fr.medecinproche.joining;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.volunteer.Rpps;
import jakarta.persistence.Embeddable;

/**
 * The first step: who applies.
 *
 * @param givenName as used in practice
 * @param familyName as used in practice
 * @param rpps their number
 * @param email what they will sign in with, in small letters
 * @param mobile in international form
 */
@Embeddable
public record DraftIdentity(String givenName, String familyName, Rpps rpps, String email, String mobile) {

	public DraftIdentity(String givenName, String familyName, Rpps rpps, EmailAddress email, PhoneNumber mobile) {
		this(givenName, familyName, rpps, email.value(), mobile.e164());
	}

	/**
	 * How messages greet the doctor.
	 * @return such as « Dr Aline Roux »
	 */
	public String title() {
		return "Dr " + this.givenName + " " + this.familyName;
	}

	EmailAddress address() {
		return new EmailAddress(this.email);
	}

	public PhoneNumber phone() {
		return new PhoneNumber(this.mobile);
	}

}
