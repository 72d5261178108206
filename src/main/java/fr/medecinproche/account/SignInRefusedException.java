package fr.medecinproche.account;

import org.springframework.security.core.AuthenticationException;

/**
 * The sign-in page has something better to say than "wrong password".
 */
class SignInRefusedException extends AuthenticationException {

	private final Reason reason;

	SignInRefusedException(Reason reason) {
		super(reason.name());
		this.reason = reason;
	}

	Reason reason() {
		return this.reason;
	}

	enum Reason {

		BAD_CREDENTIALS, EMAIL_NOT_CONFIRMED, SUSPENDED, TOO_MANY_TRIES

	}

}
