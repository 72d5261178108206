package fr.medecinproche.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in, in one role. An account signs in once its address is confirmed
 * and as long as it is not suspended.
 */
@Entity
public class Account {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Embedded
	private EmailAddress email;

	private String passwordHash;

	@Enumerated(EnumType.STRING)
	private Role role;

	private String displayName;

	private @Nullable String perimeter;

	private Locale locale;

	private @Nullable Instant emailConfirmedAt;

	private @Nullable Instant suspendedAt;

	private @Nullable Instant closedAt;

	private Instant createdAt;

	/**
	 * Opens an account whose address is still to be confirmed.
	 * @param email the address that identifies the person
	 * @param passwordHash the password, already hashed
	 * @param role what the person may see
	 * @param displayName how pages and messages call the person
	 * @param locale the language of messages: English, or else French
	 * @param clock says when
	 */
	public Account(EmailAddress email, String passwordHash, Role role, String displayName, Locale locale, Clock clock) {
		if (displayName.isBlank()) {
			throw new IllegalArgumentException("an account needs a name");
		}
		this.email = email;
		this.passwordHash = passwordHash;
		this.role = role;
		this.displayName = displayName.strip();
		this.locale = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
		this.createdAt = clock.instant();
	}

	@SuppressWarnings("NullAway") // for JPA
	protected Account() {
	}

	/**
	 * Notes that the address is the person's.
	 * @param clock says when; a second confirmation changes nothing
	 */
	public void confirmEmail(Clock clock) {
		if (this.emailConfirmedAt == null) {
			this.emailConfirmedAt = clock.instant();
		}
	}

	/**
	 * Replaces the password.
	 * @param passwordHash the new one, already hashed
	 */
	public void changePassword(String passwordHash) {
		this.passwordHash = passwordHash;
	}

	/**
	 * Calls the person by another name.
	 * @param displayName how pages and messages call the person
	 */
	public void rename(String displayName) {
		this.displayName = displayName.strip();
	}

	/**
	 * Moves the account to another address, which its owner has confirmed.
	 * @param email the new one
	 */
	void changeEmail(EmailAddress email) {
		this.email = email;
	}

	/**
	 * Forgets who the account was of, for good: nobody signs in to it any more, and its
	 * address may open another.
	 * @param clock says when
	 */
	void close(Clock clock) {
		this.closedAt = clock.instant();
		this.email = new EmailAddress("compte-%d@ferme.invalid".formatted(id())); // RFC
																					// 2606
		this.passwordHash = "";
		this.displayName = "Compte fermé";
	}

	/**
	 * Keeps the person from signing in, until reinstated.
	 * @param clock says since when
	 */
	public void suspend(Clock clock) {
		this.suspendedAt = clock.instant();
	}

	/** Lets a suspended person sign in again. */
	public void reinstate() {
		this.suspendedAt = null;
	}

	/**
	 * Narrows an agent's sight to a region or to a department, or widens it.
	 * @param perimeter its code: "R76" for a region, "32" for a department, null for
	 * everything
	 * @throws IllegalStateException when the account is not an agent's
	 */
	public void narrowTo(@Nullable String perimeter) {
		if (this.role != Role.AGENT) {
			throw new IllegalStateException("only an agent's sight is narrowed");
		}
		this.perimeter = perimeter;
	}

	/**
	 * Gives somebody who works here another role.
	 * @param role what they may see from now on
	 * @param perimeter what an agent's sight is narrowed to, null for everything and for
	 * other roles
	 * @throws IllegalStateException for a doctor, whose file is theirs, and for who is to
	 * become one
	 */
	void become(Role role, @Nullable String perimeter) {
		if (this.role == Role.VOLUNTEER || role == Role.VOLUNTEER || (perimeter != null && role != Role.AGENT)) {
			throw new IllegalStateException("a doctor stays one, and only an agent's sight is narrowed");
		}
		this.role = role;
		this.perimeter = perimeter;
	}

	/**
	 * The number other rooms refer to the account by.
	 * @return its number
	 * @throws IllegalStateException before the account is saved
	 */
	public long id() {
		if (this.id == null) {
			throw new IllegalStateException("not saved yet");
		}
		return this.id;
	}

	public EmailAddress email() {
		return this.email;
	}

	public String passwordHash() {
		return this.passwordHash;
	}

	public Role role() {
		return this.role;
	}

	public String displayName() {
		return this.displayName;
	}

	/**
	 * What the account's sight is narrowed to.
	 * @return the code of a region or of a department, or empty for everything
	 */
	public Optional<String> perimeter() {
		return Optional.ofNullable(this.perimeter);
	}

	public Locale locale() {
		return this.locale;
	}

	public boolean isEmailConfirmed() {
		return this.emailConfirmedAt != null;
	}

	public boolean isSuspended() {
		return this.suspendedAt != null;
	}

	public boolean isClosed() {
		return this.closedAt != null;
	}

}
