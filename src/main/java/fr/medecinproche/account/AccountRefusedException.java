package fr.medecinproche.account;

import fr.medecinproche.web.Refusal;

/**
 * A rule about accounts says no. The reason is also the key of the sentence that tells
 * the person.
 */
public class AccountRefusedException extends Refusal {

	private final Reason reason;

	/**
	 * Refuses.
	 * @param reason why
	 */
	public AccountRefusedException(Reason reason) {
		super("account", reason);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
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
		LINK_DEAD,
		/** The current password is not that one. */
		WRONG_PASSWORD,
		/** Too many wrong passwords, or wrong codes, in a short time. */
		TOO_MANY_TRIES,
		/** The account has that address already. */
		SAME_EMAIL,
		/** Too many changes of address were asked for today. */
		TOO_MANY_CHANGES,
		/** The code is wrong, too old, or has been used. */
		WRONG_CODE,
		/** The second factor is on already. */
		SECOND_FACTOR_ON,
		/** The second factor is off already. */
		SECOND_FACTOR_OFF,
		/** Without this account nobody could administer the service. */
		LAST_ADMIN,
		/** Without this account no agent would see all of a region. */
		LAST_OF_REGION

	}

}
