package fr.medecinproche.people;

import java.time.Clock;
import java.util.Optional;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.Accounts;
import fr.medecinproche.account.Secret;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.people.PeopleRefusedException.Reason;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites people to work here.
 */
@Service
@Transactional
public class InvitationService {

	private final Invitations invitations;

	private final Accounts accounts;

	private final Arrivals arrivals;

	private final StaffDirectory directory;

	private final InvitationPost post;

	private final Clock clock;

	InvitationService(Invitations invitations, Accounts accounts, Arrivals arrivals, StaffDirectory directory,
			InvitationPost post, Clock clock) {
		this.invitations = invitations;
		this.accounts = accounts;
		this.arrivals = arrivals;
		this.directory = directory;
		this.post = post;
		this.clock = clock;
	}

	/**
	 * Invites somebody by e-mail.
	 * @param guest who, and to what
	 * @param actor who invites
	 * @throws PeopleRefusedException when that is more than the actor may give, or the
	 * address has an account or an invitation that waits
	 */
	public void invite(Guest guest, SignedIn actor) {
		this.post.mustReach(guest, actor);
		if (this.accounts.findByEmail(guest.email()).isPresent()) {
			throw new PeopleRefusedException(Reason.KNOWN_ADDRESS);
		}
		var secret = Secret.random();
		var invitation = this.post.written(guest, secret, actor);
		try {
			this.invitations.saveAndFlush(invitation);
		}
		catch (DataIntegrityViolationException ex) {
			throw new PeopleRefusedException(Reason.ALREADY_INVITED);
		}
		this.post.send("invited", invitation, secret);
	}

	/**
	 * Sends another link, in the place of the one before.
	 * @param id the invitation
	 * @param actor who asks
	 * @throws PeopleRefusedException when it is over, out of reach, or was sent often
	 */
	public void sendAgain(long id, SignedIn actor) {
		var invitation = lock(id, actor);
		var secret = Secret.random();
		invitation.sendAgain(secret, this.post.lasts(), this.clock);
		this.post.send("invitedAgain", invitation, secret);
	}

	/**
	 * Takes an invitation back: its link works no more.
	 * @param id the invitation
	 * @param actor who asks
	 * @throws PeopleRefusedException when it is over, or out of reach
	 */
	public void withdraw(long id, SignedIn actor) {
		var invitation = lock(id, actor);
		invitation.withdraw(this.clock);
		this.post.note("withdrawn", invitation);
	}

	private Invitation lock(long id, SignedIn actor) {
		return this.invitations.lock(id)
			.filter((invitation) -> this.directory.mayActOn(id, actor))
			.orElseThrow(() -> new PeopleRefusedException(Reason.INVITATION_OVER));
	}

	/**
	 * Takes back what somebody who is kept out has sent: nobody joins in their name.
	 * @param accountId who sent them
	 */
	void withdrawAllOf(long accountId) {
		this.invitations.lockWaitingOf(accountId).forEach((invitation) -> {
			invitation.withdraw(this.clock);
			this.post.note("withdrawn", invitation);
		});
	}

	/**
	 * Looks up an invitation without answering it.
	 * @param secret what its link carries
	 * @return empty when there is no such link, or another was sent since
	 */
	@Transactional(readOnly = true)
	public Optional<Invitation> find(String secret) {
		return this.invitations.findBySecretHash(Secret.of(secret).hash());
	}

	/**
	 * Says what keeps an invitation from being accepted.
	 * @param secret what its link carries
	 * @return empty when nothing does
	 */
	@Transactional(readOnly = true)
	public Optional<Reason> obstacle(String secret) {
		try {
			find(secret).orElseThrow(() -> new PeopleRefusedException(Reason.NO_SUCH_INVITATION))
				.mustBeOpen(this.clock);
			return Optional.empty();
		}
		catch (PeopleRefusedException refusal) {
			return Optional.of(refusal.reason());
		}
	}

	/**
	 * Joins. Whoever holds the link reads the mail, so the address is confirmed.
	 * @param secret what the link carries
	 * @param password as typed; the link still works after a weak one
	 * @return the account, which may sign in at once
	 * @throws PeopleRefusedException when the link does not work
	 * @throws AccountRefusedException when the password is weak, or the address has got
	 * an account meanwhile
	 */
	public Account accept(String secret, String password) {
		var invitation = this.invitations.lockBySecret(Secret.of(secret).hash())
			.orElseThrow(() -> new PeopleRefusedException(Reason.NO_SUCH_INVITATION));
		invitation.mustBeOpen(this.clock);
		var account = this.arrivals.open(invitation, password);
		invitation.accept(account, this.clock);
		this.post.noteJoined(invitation, account);
		return account;
	}

}
