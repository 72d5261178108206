package fr.medecinproche.indemnity.web;

import fr.medecinproche.indemnity.IndemnityLedger;
import fr.medecinproche.indemnity.IndemnityRefusedException;
import fr.medecinproche.indemnity.IndemnityRefusedException.Reason;
import fr.medecinproche.indemnity.PastHalfDay;
import fr.medecinproche.web.Flash;
import fr.medecinproche.web.Words;

import org.springframework.stereotype.Component;

/**
 * Notes whether a doctor came, and says what came of it.
 */
@Component
class PresenceDesk {

	private final IndemnityLedger ledger;

	private final Words words;

	PresenceDesk(IndemnityLedger ledger, Words words) {
		this.ledger = ledger;
		this.words = words;
	}

	/**
	 * Notes whether the doctor came. A second click is told what the first has done.
	 * @param halfDay within the sight of whoever says so
	 * @param held whether the doctor came
	 * @param accountId who says so
	 * @return what to tell them
	 */
	Flash decide(PastHalfDay halfDay, boolean held, long accountId) {
		try {
			if (!held) {
				this.ledger.notHeld(halfDay.id(), accountId);
				return said("indemnity.presence.notHeld.", halfDay);
			}
			var month = this.ledger.enter(halfDay.id(), accountId);
			return month.equals(halfDay.month()) ? said("indemnity.presence.held.", halfDay) : Flash
				.warning("indemnity.presence.late", this.words.month(halfDay.month()), this.words.month(month));
		}
		catch (IndemnityRefusedException refusal) {
			return (refusal.reason() == Reason.ALREADY_ENTERED) ? said("indemnity.presence.held.", halfDay)
					: Flash.error(refusal);
		}
	}

	private Flash said(String key, PastHalfDay halfDay) {
		return Flash.success(key + halfDay.period(), halfDay.doctor(), this.words.day(halfDay.day()));
	}

}
