package fr.medecinproche.campaign;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes a round every minute, and forgets every night; tests do both themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "medecin-proche.campaign.scheduled", matchIfMissing = true)
class CampaignSchedule {

	private final CampaignRounds rounds;

	private final CampaignForgetting forgetting;

	CampaignSchedule(CampaignRounds rounds, CampaignForgetting forgetting) {
		this.rounds = rounds;
		this.forgetting = forgetting;
	}

	@Scheduled(initialDelayString = "1m", fixedDelayString = "1m")
	void round() {
		this.rounds.make();
	}

	@Scheduled(cron = "0 20 4 * * *", zone = "Europe/Paris")
	void forget() {
		this.forgetting.forgetWhatIsDue();
	}

}
