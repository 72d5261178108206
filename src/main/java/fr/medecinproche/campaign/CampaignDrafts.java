package fr.medecinproche.campaign;

import java.time.Clock;
import java.util.Collection;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.campaign.CampaignRefusedException.Reason;
import fr.medecinproche.territory.Intercommunalite;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls while nobody has been written to.
 */
@Service
@Transactional
public class CampaignDrafts {

	private final Campaigns campaigns;

	private final CampaignAddresses addresses;

	private final CampaignHalfDays halfDays;

	private final CampaignJournal journal;

	private final Clock clock;

	CampaignDrafts(Campaigns campaigns, CampaignAddresses addresses, CampaignHalfDays halfDays, CampaignJournal journal,
			Clock clock) {
		this.campaigns = campaigns;
		this.addresses = addresses;
		this.halfDays = halfDays;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Prepares a call; nobody is written to.
	 * @param zone where doctors are missing, which the agent may see
	 * @param span when
	 * @param plan how many half-days, whom to ask, and what to say
	 * @param addresses of the list, if there is one
	 * @param agentId who prepares it
	 * @return the number of the draft
	 * @throws CampaignRefusedException when no half-day is open there and then
	 */
	public long draft(Intercommunalite zone, CampaignSpan span, CampaignPlan plan, Collection<EmailAddress> addresses,
			long agentId) {
		if (this.halfDays.open(zone.getSiren(), span).isEmpty()) {
			throw new CampaignRefusedException(Reason.NOTHING_OPEN);
		}
		var campaign = this.campaigns.save(new Campaign(zone, span, plan, agentId, this.clock.instant()));
		this.campaigns.flush();
		this.addresses.keep(campaign.getId(), addresses);
		this.journal.note("campaign.drafted", campaign);
		return campaign.getId();
	}

	/**
	 * Changes a draft.
	 * @param id the draft
	 * @param plan how many half-days, whom to ask, and what to say
	 * @param addresses of a new list; none keeps the one there is, as long as the plan
	 * has one
	 * @throws CampaignRefusedException once it has begun
	 */
	public void change(long id, CampaignPlan plan, Collection<EmailAddress> addresses) {
		this.campaigns.waitForTurn(id);
		var campaign = this.campaigns.locked(id);
		campaign.replan(plan);
		if (!addresses.isEmpty() || !plan.reach().hasList()) {
			this.addresses.keep(id, addresses);
		}
		this.journal.note("campaign.changed", campaign);
	}

	/**
	 * Throws a draft away, and its list with it.
	 * @param id the draft
	 * @throws CampaignRefusedException once it has begun
	 */
	public void discard(long id) {
		this.campaigns.waitForTurn(id);
		var campaign = this.campaigns.locked(id);
		campaign.refuseOnceBegun();
		this.journal.note("campaign.discarded", campaign);
		this.campaigns.delete(campaign);
	}

}
