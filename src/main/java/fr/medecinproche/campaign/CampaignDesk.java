package fr.medecinproche.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.IntConsumer;

import fr.medecinproche.campaign.CampaignRefusedException.Reason;
import fr.medecinproche.schedule.QuietHours;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at one call, in the transaction that has locked it: ends it when the need is met
 * or its time is over, and writes to the next people otherwise, by day.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CampaignDesk {

	private final CampaignHalfDays halfDays;

	private final CampaignQueue queue;

	private final CampaignWriting writing;

	private final CampaignEnding ending;

	private final CampaignSettings settings;

	private final Clock clock;

	CampaignDesk(CampaignHalfDays halfDays, CampaignQueue queue, CampaignWriting writing, CampaignEnding ending,
			CampaignSettings settings, Clock clock) {
		this.halfDays = halfDays;
		this.queue = queue;
		this.writing = writing;
		this.ending = ending;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Writes down who is called.
	 * @param campaign a draft nobody else sends or changes
	 * @param progress told of how many addresses of a list have been dealt with
	 * @return how many will be written to
	 * @throws CampaignRefusedException when nothing is open, or nobody can be called
	 */
	int invite(Campaign campaign, IntConsumer progress) {
		if (this.halfDays.open(campaign.getZone().getSiren(), campaign.getSpan()).isEmpty()) {
			throw new CampaignRefusedException(Reason.NOTHING_OPEN);
		}
		int people = this.queue.invite(campaign, progress);
		if (people == 0) {
			throw new CampaignRefusedException(Reason.NOBODY);
		}
		return people;
	}

	/**
	 * Writes down what is asked for.
	 * @param campaign a draft, locked
	 * @throws CampaignRefusedException when nothing is open any more
	 */
	void adopt(Campaign campaign) {
		if (this.halfDays.adopt(campaign) == 0) {
			throw new CampaignRefusedException(Reason.NOTHING_OPEN);
		}
	}

	/**
	 * Does what is due.
	 * @param campaign a call that runs, locked
	 */
	void takeTurn(Campaign campaign) {
		if (campaign.getSpan().isOver(LocalDate.now(this.clock))) {
			this.ending.end(campaign, CampaignStatus.OVER);
			return;
		}
		int open = this.halfDays.adopt(campaign);
		if (this.ending.endWhenMet(campaign)) {
			return;
		}
		var now = this.clock.instant();
		// what cannot be taken is not asked for: should more be opened, the call goes on
		if (open > 0 && !QuietHours.include(now)) {
			this.writing.toNext(campaign);
		}
		campaign.lookAgain(QuietHours.byDay(now.plus(this.settings.every())));
	}

}
