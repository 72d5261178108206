package fr.medecinproche.campaign;

import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.Journal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Notes what agents do about calls, under the name of the zone.
 */
@Component
class CampaignJournal {

	private final Journal journal;

	CampaignJournal(Journal journal) {
		this.journal = journal;
	}

	void note(String action, Campaign campaign) {
		note(action, campaign, null);
	}

	/** With how many people and half-days it is about. */
	void noteSent(Campaign campaign, int people) {
		note("campaign.sent", campaign, "%d → %d".formatted(people, campaign.getWanted()));
	}

	private void note(String action, Campaign campaign, @Nullable String detail) {
		var zone = campaign.getZone();
		this.journal.note(new Act(action, "campaign:" + campaign.getId(), zone.getNomArs(),
				zone.getDepartement().getCode(), detail));
	}

}
