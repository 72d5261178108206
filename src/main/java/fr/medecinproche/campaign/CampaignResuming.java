package fr.medecinproche.campaign;

import java.time.Clock;
import java.util.EnumSet;

import fr.medecinproche.campaign.CampaignRefusedException.Reason;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes on where a need was met and is not any more, because doctors gave half-days back.
 * What has ended does not begin again: another call asks for what is missing, with the
 * same words, whoever was not asked yet; and, of the doctors we know, whoever said « not
 * this time » long ago.
 */
@Service
@Transactional
public class CampaignResuming {

	private final Campaigns campaigns;

	private final CampaignHalfDays halfDays;

	private final CampaignAddresses addresses;

	private final CampaignJournal journal;

	private final Clock clock;

	CampaignResuming(Campaigns campaigns, CampaignHalfDays halfDays, CampaignAddresses addresses,
			CampaignJournal journal, Clock clock) {
		this.campaigns = campaigns;
		this.halfDays = halfDays;
		this.addresses = addresses;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Prepares to go on. It is a transaction of its own: whoever takes half-days while
	 * the new call begins must see it.
	 * @param id a call whose need was met
	 * @param agentId who asks
	 * @return the number of a draft to be sent, or of the call that goes on already
	 * @throws CampaignRefusedException when nothing is missing, nothing is left to take,
	 * or nobody can be called
	 */
	public long draft(long id, long agentId) {
		var met = this.campaigns.locked(id);
		var already = this.campaigns.resuming(id);
		if (already.isPresent()) {
			return already.get();
		}
		int missing = this.halfDays.missing(id);
		if (missing == 0) {
			throw new CampaignRefusedException(Reason.NOTHING_MISSING);
		}
		var plan = new CampaignPlan((short) missing, met.getReach(), met.getText());
		var campaign = this.campaigns.save(Campaign.resuming(met, plan, agentId, this.clock.instant()));
		this.campaigns.flush();
		if (met.getReach().hasList() && this.addresses.passOn(id, campaign.getId()) == 0) {
			campaign.replan(withoutList(plan));
		}
		this.journal.note("campaign.resumed", campaign);
		return campaign.getId();
	}

	private static CampaignPlan withoutList(CampaignPlan plan) {
		var others = EnumSet.copyOf(plan.reach().audiences());
		others.remove(Audience.LIST);
		if (others.isEmpty()) {
			throw new CampaignRefusedException(Reason.NOBODY);
		}
		return new CampaignPlan(plan.wanted(), new CampaignReach(others, plan.reach().withinKm(), null), plan.text());
	}

}
