package fr.medecinproche.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/**
 * What an account is asked for after its password: a code of an application on the phone,
 * or a link sent by e-mail.
 */
@Entity
public class SecondFactor implements Persistable<Long> {

	/**
	 * Who gets here knows the password, so nobody else can keep the owner out: five wrong
	 * codes, of a million, in a quarter of an hour.
	 */
	private static final int TRIES = 5;

	private static final Duration WINDOW = Duration.ofMinutes(15);

	@Id
	private long accountId;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private @Nullable String secret;

	private long lastCounter;

	private Instant turnedOnAt;

	private int failures;

	private @Nullable Instant failingSince;

	private transient boolean stored = true;

	private SecondFactor(long accountId, Kind kind, @Nullable String secret, long lastCounter, Clock clock) {
		this.accountId = accountId;
		this.kind = kind;
		this.secret = secret;
		this.lastCounter = lastCounter;
		this.turnedOnAt = clock.instant();
		this.stored = false;
	}

	@SuppressWarnings("NullAway.Init")
	protected SecondFactor() {
	}

	static SecondFactor app(long accountId, String sealedSecret, long firstCounter, Clock clock) {
		return new SecondFactor(accountId, Kind.APP, sealedSecret, firstCounter, clock);
	}

	static SecondFactor email(long accountId, Clock clock) {
		return new SecondFactor(accountId, Kind.EMAIL, null, 0, clock);
	}

	/** Whether the next code has to wait. */
	boolean isBraked(Clock clock) {
		return this.failures >= TRIES && isFailing(clock);
	}

	private boolean isFailing(Clock clock) {
		return this.failingSince != null && this.failingSince.plus(WINDOW).isAfter(clock.instant());
	}

	/**
	 * Takes the code of some thirty seconds.
	 * @param step the number of those, later than any before
	 */
	void took(long step) {
		this.lastCounter = step;
		succeeded();
	}

	void succeeded() {
		this.failures = 0;
		this.failingSince = null;
	}

	void failed(Clock clock) {
		if (!isFailing(clock)) {
			this.failures = 0;
			this.failingSince = clock.instant();
		}
		this.failures++;
	}

	Optional<String> sealedSecret() {
		return Optional.ofNullable(this.secret);
	}

	long lastCounter() {
		return this.lastCounter;
	}

	public Kind kind() {
		return this.kind;
	}

	public Instant turnedOnAt() {
		return this.turnedOnAt;
	}

	@Override
	public Long getId() {
		return this.accountId;
	}

	@Override
	public boolean isNew() {
		return !this.stored;
	}

	/**
	 * What is asked for.
	 */
	public enum Kind {

		/** The code an application shows. */
		APP,
		/** The link in an e-mail. */
		EMAIL

	}

}
