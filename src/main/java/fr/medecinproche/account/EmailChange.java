package fr.medecinproche.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * A change of address: it waits for the new address to confirm it, and the old address
 * may stop it, or undo it for some days after.
 */
@Entity
public class EmailChange {

	/** How long the new address has to confirm. */
	public static final Duration CONFIRMED_WITHIN = Duration.ofDays(1);

	/**
	 * How long the old address can stop or undo: whoever stole a password confirms at
	 * once, and its owner reads the warning days later.
	 */
	public static final Duration STOPPED_WITHIN = Duration.ofDays(7);

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long accountId;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "old_email"))
	private EmailAddress oldEmail;

	@Embedded
	@AttributeOverride(name = "value", column = @Column(name = "new_email"))
	private EmailAddress newEmail;

	private String confirmHash;

	private String stopHash;

	private Instant requestedAt;

	private @Nullable Instant confirmedAt;

	private @Nullable Instant stoppedAt;

	/**
	 * A change that waits.
	 * @param account whose address changes
	 * @param newEmail the address to be
	 * @param confirm what the new address is sent
	 * @param stop what the old address is sent
	 * @param clock says when
	 */
	EmailChange(Account account, EmailAddress newEmail, Secret confirm, Secret stop, Clock clock) {
		this.accountId = account.id();
		this.oldEmail = account.email();
		this.newEmail = newEmail;
		this.confirmHash = confirm.hash();
		this.stopHash = stop.hash();
		this.requestedAt = clock.instant();
	}

	@SuppressWarnings("NullAway.Init")
	protected EmailChange() {
	}

	/**
	 * Whether the new address can still confirm.
	 * @param clock says when
	 * @return false once it has, once stopped, and after a day
	 */
	public boolean waits(Clock clock) {
		return this.confirmedAt == null && this.stoppedAt == null
				&& clock.instant().isBefore(this.requestedAt.plus(CONFIRMED_WITHIN));
	}

	/**
	 * Whether the old address can still stop or undo the change.
	 * @param clock says when
	 * @return false once stopped, and after a week
	 */
	public boolean canBeStopped(Clock clock) {
		return this.stoppedAt == null && clock.instant().isBefore(this.requestedAt.plus(STOPPED_WITHIN));
	}

	void confirm(Clock clock) {
		this.confirmedAt = clock.instant();
	}

	void stop(Clock clock) {
		this.stoppedAt = clock.instant();
	}

	/**
	 * Whether the account has taken the new address.
	 * @return true once confirmed
	 */
	public boolean isConfirmed() {
		return this.confirmedAt != null;
	}

	long accountId() {
		return this.accountId;
	}

	public EmailAddress oldEmail() {
		return this.oldEmail;
	}

	public EmailAddress newEmail() {
		return this.newEmail;
	}

}
