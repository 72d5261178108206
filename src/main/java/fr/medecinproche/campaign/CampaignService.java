package fr.medecinproche.campaign;

import java.time.Clock;
import java.util.function.IntConsumer;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins, carries on and stops calls. A call is changed by whoever has locked it.
 */
@Service
@Transactional
public class CampaignService {

	private final Campaigns campaigns;

	private final CampaignDesk desk;

	private final CampaignEnding ending;

	private final CampaignJournal journal;

	private final Clock clock;

	CampaignService(Campaigns campaigns, CampaignDesk desk, CampaignEnding ending, CampaignJournal journal,
			Clock clock) {
		this.campaigns = campaigns;
		this.desk = desk;
		this.ending = ending;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Begins: who is called is written down, and the first are written to. A second press
	 * changes nothing. The draft is locked only once everybody is written down: doctors
	 * who take half-days meanwhile do not wait for a long list.
	 * @param id the call
	 * @param progress told of how many addresses of a list have been dealt with
	 * @return whether it has begun by that
	 * @throws CampaignRefusedException when nothing is open, nobody can be called, or the
	 * draft was thrown away meanwhile
	 */
	public boolean send(long id, IntConsumer progress) {
		var draft = this.campaigns.alone(id);
		if (draft.getStatus() != CampaignStatus.DRAFT) {
			return false;
		}
		int people = this.desk.invite(draft, progress);
		var campaign = this.campaigns.locked(id);
		this.desk.adopt(campaign);
		campaign.start(this.clock.instant());
		this.campaigns.flush();
		this.desk.takeTurn(campaign);
		this.journal.noteSent(campaign, people);
		return true;
	}

	/**
	 * Stops a call at once; what has ended stays as it is.
	 * @param id the call
	 */
	public void stop(long id) {
		var campaign = this.campaigns.locked(id);
		if (campaign.getStatus() == CampaignStatus.RUNNING) {
			this.ending.end(campaign, CampaignStatus.STOPPED);
			this.journal.note("campaign.stopped", campaign);
		}
	}

	/**
	 * Does what is due on a call, unless another node does.
	 * @param id the call
	 */
	void takeTurn(long id) {
		var now = this.clock.instant();
		this.campaigns.lockUnlessBusy(id).filter((campaign) -> campaign.isDueAt(now)).ifPresent(this.desk::takeTurn);
	}

}
