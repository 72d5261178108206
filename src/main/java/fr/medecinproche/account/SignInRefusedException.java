package fr.medecinproche.account;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticationException;

/**
 * Somebody is not let in; the sign-in page says why.
 */
public class SignInRefusedException extends AuthenticationException {

	private final Reason reason;

	private final @Nullable Long accountId;

	SignInRefusedException(Reason reason) {
		this(reason, null);
	}

	SignInRefusedException(Reason reason, @Nullable Long accountId) {
		super(reason.name());
		this.reason = reason;
		this.accountId = accountId;
	}

	public Reason reason() {
		return this.reason;
	}

	/**
	 * Whose password was guessed at.
	 * @return an account, for its history and for nobody else; empty when there is none
	 */
	public Optional<Long> accountId() {
		return Optional.ofNullable(this.accountId);
	}

	/**
	 * Why somebody is not let in.
	 */
	public enum Reason {

		BAD_CREDENTIALS, EMAIL_NOT_CONFIRMED, SUSPENDED, TOO_MANY_TRIES

	}

}
