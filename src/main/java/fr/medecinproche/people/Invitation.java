package fr.medecinproche.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.AccountService.Invited;
import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.Role;
import fr.medecinproche.account.Secret;
import fr.medecinproche.people.PeopleRefusedException.Reason;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is asked by e-mail to join. The last link that was sent works, once, for some
 * days, unless the invitation is withdrawn.
 */
@Entity
public class Invitation {

	/** More often, and somebody's mailbox is being flooded. */
	private static final int SENT_AT_MOST = 5;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Embedded
	private EmailAddress email;

	private String displayName;

	@Enumerated(EnumType.STRING)
	private Role role;

	private @Nullable String perimeter;

	private @Nullable Long siteId;

	private Locale locale;

	private String secretHash;

	private long invitedBy;

	private Instant invitedAt;

	private Instant sentAt;

	private short sentTimes;

	private Instant expiresAt;

	private @Nullable Instant withdrawnAt;

	private @Nullable Instant acceptedAt;

	private @Nullable Long accountId;

	@SuppressWarnings("NullAway.Init")
	protected Invitation() {
	}

	/**
	 * Invites somebody.
	 * @param guest who, and to what
	 * @param secret what the link carries
	 * @param invitedBy the account of who invites
	 * @param lasts how long the link works
	 * @param clock says when
	 */
	Invitation(Guest guest, Secret secret, long invitedBy, Duration lasts, Clock clock) {
		this.email = guest.email();
		this.displayName = guest.displayName().strip();
		this.role = guest.role();
		this.perimeter = guest.perimeter();
		this.siteId = guest.siteId();
		this.locale = guest.locale();
		this.invitedBy = invitedBy;
		this.invitedAt = clock.instant();
		send(secret, lasts, clock);
	}

	/**
	 * Sends another link, in the place of the one before.
	 * @param secret what the new link carries
	 * @param lasts how long it works
	 * @param clock says when
	 * @throws PeopleRefusedException when the invitation is over, or was sent often
	 */
	void sendAgain(Secret secret, Duration lasts, Clock clock) {
		mustWait();
		if (this.sentTimes >= SENT_AT_MOST) {
			throw new PeopleRefusedException(Reason.SENT_TOO_OFTEN);
		}
		send(secret, lasts, clock);
	}

	private void send(Secret secret, Duration lasts, Clock clock) {
		this.secretHash = secret.hash();
		this.sentAt = clock.instant();
		this.sentTimes++;
		this.expiresAt = this.sentAt.plus(lasts);
	}

	/**
	 * Takes it back: its link works no more.
	 * @param clock says when
	 * @throws PeopleRefusedException when it is over already
	 */
	void withdraw(Clock clock) {
		mustWait();
		this.withdrawnAt = clock.instant();
	}

	/**
	 * Notes who came of it.
	 * @param account the account that was opened
	 * @param clock says when
	 * @throws PeopleRefusedException when it is over, or has had its time
	 */
	void accept(Account account, Clock clock) {
		mustBeOpen(clock);
		this.acceptedAt = clock.instant();
		this.accountId = account.id();
	}

	/**
	 * Makes sure that its link works.
	 * @param clock says when
	 * @throws PeopleRefusedException when it is over, or has had its time
	 */
	void mustBeOpen(Clock clock) {
		mustWait();
		if (!clock.instant().isBefore(this.expiresAt)) {
			throw new PeopleRefusedException(Reason.INVITATION_EXPIRED);
		}
	}

	private void mustWait() {
		if (this.withdrawnAt != null || this.acceptedAt != null) {
			throw new PeopleRefusedException(Reason.INVITATION_OVER);
		}
	}

	/**
	 * The account to open.
	 * @return who was invited, and what they are to see
	 */
	Invited invited() {
		return new Invited(this.email, this.displayName, this.role, this.perimeter, this.locale);
	}

	public long id() {
		if (this.id == null) {
			throw new IllegalStateException("not saved yet");
		}
		return this.id;
	}

	public EmailAddress email() {
		return this.email;
	}

	public String displayName() {
		return this.displayName;
	}

	public Role role() {
		return this.role;
	}

	public @Nullable String perimeter() {
		return this.perimeter;
	}

	public @Nullable Long siteId() {
		return this.siteId;
	}

	public Locale locale() {
		return this.locale;
	}

	/**
	 * Whether it led to an account.
	 * @return false as well for one that was withdrawn
	 */
	public boolean isAccepted() {
		return this.acceptedAt != null;
	}

}
