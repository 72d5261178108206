package fr.medecinproche.people;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.Accounts;
import fr.medecinproche.account.AdmittanceService;
import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.people.PeopleRefusedException.Reason;
import fr.medecinproche.site.HostPlacement;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done to those who work here, within the {@link Reach} of who does it.
 */
@Service
@Transactional
public class StaffService {

	private final AdmittanceService admittance;

	private final Accounts accounts;

	private final HostPlacement sites;

	private final InvitationService invitations;

	private final StaffReach staff;

	private final PeopleActs acts;

	StaffService(AdmittanceService admittance, Accounts accounts, HostPlacement sites, InvitationService invitations,
			StaffReach staff, PeopleActs acts) {
		this.admittance = admittance;
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
		settle(() -> this.admittance.suspend(id));
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
		this.admittance.reinstate(id);
		this.acts.account("reinstated", member, null);
	}

	/**
	 * Gives somebody another role or another area, at once: their sessions end, and
	 * invitations they sent work no more. Whoever is a host no more has no site any more;
	 * who is one already is given sites and loses them one by one.
	 * @param id their account
	 * @param post what they are to be
	 * @param actor who says so
	 * @throws PeopleRefusedException when they, one of their sites or the role are out of
	 * reach, they are the actor, a host who would stay one, the last administrator or the
	 * last agent who sees a region
	 */
	public void assign(long id, Post post, SignedIn actor) {
		var account = this.admittance.hold(id).orElseThrow(() -> new PeopleRefusedException(Reason.OUT_OF_REACH));
		var member = this.staff.within(id, actor);
		if (id == actor.accountId()) {
			throw new PeopleRefusedException(Reason.YOURSELF);
		}
		if (member.role() == Role.HOST) {
			refuseToMoveHost(id, post, actor);
		}
		this.staff.mustCover(actor, post.role(), post.perimeter(), post.siteId());
		var before = this.acts.role(member.role(), member.perimeter(), member.siteId());
		settle(() -> this.admittance.assign(id, post.role(), post.perimeter()));
		if (post.siteId() != null) {
			this.sites.entrust(post.siteId(), account);
		}
		else {
			this.sites.takeAllBack(id);
		}
		this.invitations.withdrawAllOf(id);
		this.acts.account((member.role() == post.role()) ? "narrowed" : "roleChanged", member,
				before + " → " + this.acts.role(post.role(), post.perimeter(), post.siteId()));
	}

	/** Nobody takes away a site they could not give. */
	private void refuseToMoveHost(long id, Post post, SignedIn actor) {
		if (post.role() == Role.HOST) {
			throw new PeopleRefusedException(Reason.HOST_ALREADY);
		}
		if (!this.sites.of(id).stream().allMatch((site) -> this.staff.covers(actor, site.id()))) {
			throw new PeopleRefusedException(Reason.SITE_OUT_OF_REACH);
		}
	}

	/** What a role leaves behind is the account's business, its words are ours. */
	private static void settle(Runnable change) {
		try {
			change.run();
		}
		catch (AccountRefusedException refusal) {
			throw new PeopleRefusedException((refusal.reason() == AccountRefusedException.Reason.LAST_ADMIN)
					? Reason.LAST_ADMIN : Reason.LAST_OF_REGION);
		}
	}

	/**
	 * Entrusts one more site to a host.
	 * @param id their account
	 * @param siteId the site
	 * @param actor who says so
	 * @throws PeopleRefusedException when they are no host, or they or the site are out
	 * of reach
	 */
	public void entrust(long id, long siteId, SignedIn actor) {
		var host = host(id, siteId, actor);
		this.sites.entrust(siteId, host);
		this.acts.account("entrusted", this.staff.within(id, actor), this.acts.role(Role.HOST, null, siteId));
	}

	/**
	 * Takes a site back from a host.
	 * @param id their account
	 * @param siteId the site
	 * @param actor who says so
	 * @throws PeopleRefusedException when they are no host, it is their only site, or
	 * they or the site are out of reach
	 */
	public void takeBack(long id, long siteId, SignedIn actor) {
		var member = this.staff.within(id, actor);
		host(id, siteId, actor);
		if (!this.sites.takeBack(siteId, id)) {
			throw new PeopleRefusedException(Reason.LAST_SITE);
		}
		this.acts.account("takenBack", member, this.acts.role(Role.HOST, null, siteId));
	}

	/** Locked: of two agents who take the last two sites back, one is refused. */
	private Account host(long id, long siteId, SignedIn actor) {
		var account = this.accounts.lock(id).orElseThrow(() -> new PeopleRefusedException(Reason.OUT_OF_REACH));
		this.staff.within(id, actor);
		if (account.role() != Role.HOST) {
			throw new PeopleRefusedException(Reason.NOT_A_HOST);
		}
		this.staff.mustCover(actor, Role.HOST, null, siteId);
		return account;
	}

}
