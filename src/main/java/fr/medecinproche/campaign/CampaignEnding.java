package fr.medecinproche.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;

import fr.medecinproche.schedule.HalfDaysTaken;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends calls: the half-day that meets the need ends the call in the same transaction,
 * however it was taken.
 */
@Component
class CampaignEnding {

	private final Campaigns campaigns;

	private final CampaignHalfDays halfDays;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CampaignEnding(Campaigns campaigns, CampaignHalfDays halfDays, JdbcClient jdbc, ApplicationEventPublisher events,
			Clock clock) {
		this.campaigns = campaigns;
		this.halfDays = halfDays;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Counts half-days for the calls they answer, whether or not by their link. The calls
	 * of all of them are locked at once, so that two doctors never wait for each other.
	 */
	@EventListener
	void on(HalfDaysTaken event) {
		for (var campaign : this.campaigns.lockBeforeEnd(event.slotIds())) {
			if (campaign.getStatus() == CampaignStatus.DRAFT) {
				continue;
			}
			this.halfDays.adopt(campaign.getId(), event.slotIds());
			noteYes(campaign.getId(), event.volunteerId());
			endWhenMet(campaign);
		}
	}

	private void noteYes(long campaignId, long volunteerId) {
		this.jdbc
			.sql("""
					update campaign_invitation set answer = 'YES', answered_at = ? where campaign_id = ? and volunteer_id = ?
					and written_at is not null and answer <> 'YES'""")
			.params(OffsetDateTime.now(this.clock), campaignId, volunteerId)
			.update();
	}

	/**
	 * Ends a call whose need is met.
	 * @param campaign a call, locked
	 * @return whether it has ended by that
	 */
	boolean endWhenMet(Campaign campaign) {
		boolean met = this.halfDays.countTaken(campaign.getId()) >= campaign.getWanted();
		if (met) {
			end(campaign, CampaignStatus.MET);
		}
		return met;
	}

	/**
	 * Ends a call.
	 * @param campaign a call, locked
	 * @param how why
	 */
	void end(Campaign campaign, CampaignStatus how) {
		if (campaign.end(how, this.clock.instant())) {
			this.campaigns.flush();
			this.events.publishEvent(new CampaignEnded(campaign.getId()));
		}
	}

}
