package fr.medecinproche.campaign;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * What time does by itself: the next people are written to, and calls end. Each call is a
 * transaction of its own; any number of nodes may make rounds at once.
 */
@Component
class CampaignRounds {

	private static final Logger log = LoggerFactory.getLogger(CampaignRounds.class);

	private final Campaigns campaigns;

	private final CampaignService service;

	private final Clock clock;

	CampaignRounds(Campaigns campaigns, CampaignService service, Clock clock) {
		this.campaigns = campaigns;
		this.service = service;
		this.clock = clock;
	}

	/** One that fails is tried again in the next round, and does not stop the others. */
	void make() {
		for (long id : this.campaigns.due(this.clock.instant())) {
			try {
				this.service.takeTurn(id);
			}
			catch (RuntimeException ex) {
				log.error("Calls: {} could not be dealt with", id, ex);
			}
		}
	}

}
