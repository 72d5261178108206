package fr.medecinproche.indemnity;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the rounds of the statements every hour, on every node.
 */
@Component
@ConditionalOnBooleanProperty(name = "medecin-proche.indemnity.scheduled", matchIfMissing = true)
class StatementSchedule {

	private final StatementRounds rounds;

	StatementSchedule(StatementRounds rounds) {
		this.rounds = rounds;
	}

	@Scheduled(initialDelayString = "${medecin-proche.indemnity.first:2m}",
			fixedDelayString = "${medecin-proche.indemnity.every:1h}")
	void round() {
		boolean more = true;
		while (more) {
			more = this.rounds.makeSomeReady();
		}
	}

}
