package fr.medecinproche.account;

import java.time.Instant;

import org.springframework.security.core.AuthenticationException;

/**
 * The password is right, and is not enough.
 */
public class SecondFactorNeededException extends AuthenticationException {

	private final transient Account account;

	private final SecondFactor.Kind kind;

	private final Instant typedAt;

	SecondFactorNeededException(Account account, SecondFactor.Kind kind, Instant typedAt) {
		super("a second factor is needed");
		this.account = account;
		this.kind = kind;
		this.typedAt = typedAt;
	}

	public Account account() {
		return this.account;
	}

	public SecondFactor.Kind kind() {
		return this.kind;
	}

	public Instant typedAt() {
		return this.typedAt;
	}

}
