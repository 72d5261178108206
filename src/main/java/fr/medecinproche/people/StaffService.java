package fr.medecinproche.people;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.AccountService;
import fr.medecinproche.account.Accounts;
import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.people.PeopleRefusedException.Reason;
import fr.medecinproche.site.HostPlacement;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done to those who work here, within the {@link Reach} of who does it.
 */
@Service
@Transactional
public class StaffService {

	private final AccountService service;

	private final Accounts accounts;

	private final HostPlacement sites;

	private final InvitationService invitations;

	private final StaffReach staff;

	private final PeopleActs acts;

	StaffService(AccountService service, Accounts accounts, HostPlacement sites, InvitationService invitations,
			StaffReach staff, PeopleActs acts) {
		this.service = service;
		this.accounts = accounts;
		this.sites = sites;
		this.invitations = invitations;
		this.staff = staff;
		this.acts = acts;
	}

	/**
	 * Keeps somebody out, at once: their sessions end, links sent to them and invitations
	 * they sent work no more.
	 * @param id their account
	 * @param actor who says so
	 * @throws PeopleRefusedException when they are out of reach, the actor, or the last
	 * administrator
	 */
	public void suspend(long id, SignedIn actor) {
		var member = this.staff.within(id, actor);
		if (id == actor.accountId()) {
			throw new PeopleRefusedException(Reason.YOURSELF);
		}
		try {
			this.service.suspend(id);
		}
		catch (AccountRefusedException refusal) {
			throw new PeopleRefusedException(Reason.LAST_ADMIN);
		}
		this.invitations.withdrawAllOf(id);
		this.acts.account("suspended", member, null);
	}

	/**
	 * Lets somebody in again.
	 * @param id their account
	 * @param actor who says so
	 * @throws PeopleRefusedException when they are out of reach
	 */
	public void reinstate(long id, SignedIn actor) {
		var member = this.staff.within(id, actor);
		this.service.reinstate(id);
		this.acts.account("reinstated", member, null);
	}

	/**
	 * Changes what an agent sees, at once: their sessions end, and invitations they sent
	 * work no more.
	 * @param id their account
	 * @param perimeter a region or a department, null for everything
	 * @param actor who says so
	 * @throws PeopleRefusedException when they are no agent, or they or the perimeter are
	 * out of reach
	 */
	public void narrow(long id, @Nullable String perimeter, SignedIn actor) {
		var member = this.staff.within(id, actor);
		if (this.accounts.lock(id).orElseThrow().role() != Role.AGENT) {
			throw new PeopleRefusedException(Reason.NOT_AN_AGENT);
		}
		this.staff.mustCover(actor, Role.AGENT, perimeter, null);
		this.service.narrow(id, perimeter);
		this.invitations.withdrawAllOf(id);
		this.acts.account("narrowed", member, this.acts.role(Role.AGENT, member.perimeter(), null) + " → "
				+ this.acts.role(Role.AGENT, perimeter, null));
	}

	/**
	 * Moves a host to another site.
	 * @param id their account
	 * @param siteId where to
	 * @param actor who says so
	 * @throws PeopleRefusedException when they are no host, or they or the site are out
	 * of reach
	 */
	public void move(long id, long siteId, SignedIn actor) {
		var member = this.staff.within(id, actor);
		var account = this.accounts.lock(id).orElseThrow();
		if (account.role() != Role.HOST) {
			throw new PeopleRefusedException(Reason.NOT_A_HOST);
		}
		this.staff.mustCover(actor, Role.HOST, null, siteId);
		this.sites.entrust(siteId, account);
		this.acts.account("moved", member, this.acts.role(Role.HOST, null, siteId));
	}

}
