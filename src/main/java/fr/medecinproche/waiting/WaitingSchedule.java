package fr.medecinproche.waiting;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes a round every minute; tests make theirs themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "medecin-proche.waiting.scheduled", matchIfMissing = true)
class WaitingSchedule {

	private final WaitingRounds rounds;

	WaitingSchedule(WaitingRounds rounds) {
		this.rounds = rounds;
	}

	@Scheduled(initialDelayString = "${medecin-proche.waiting.every:1m}",
			fixedDelayString = "${medecin-proche.waiting.every:1m}")
	void round() {
		this.rounds.make();
	}

}
