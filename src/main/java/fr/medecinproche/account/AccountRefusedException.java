package fr.medecinproche.account;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * A rule about accounts says no. The reason is also the key of the sentence that tells
 * the person.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class AccountRefusedException extends RuntimeException implements MessageSourceResolvable {

	private final Reason reason;

	/**
	 * Refuses.
	 * @param reason why
	 */
	public AccountRefusedException(Reason reason) {
		super(reason.name());
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	@Override
	public String[] getCodes() {
		return new String[] { "account.refusal." + this.reason };
	}

	/**
	 * Why a rule says no.
	 */
	public enum Reason {

		/** There is an account with that address already. */
		EMAIL_TAKEN,
		/** The password does not follow the {@link PasswordPolicy}. */
		WEAK_PASSWORD,
		/** The link has been used, is too old, or never was. */
		LINK_DEAD

	}

}
