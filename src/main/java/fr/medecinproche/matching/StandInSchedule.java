package fr.medecinproche.matching;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes a round every minute, and forgets every night; tests do both themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "medecin-proche.stand-in.scheduled", matchIfMissing = true)
class StandInSchedule {

	private final StandInRounds rounds;

	StandInSchedule(StandInRounds rounds) {
		this.rounds = rounds;
	}

	@Scheduled(initialDelayString = "1m", fixedDelayString = "1m")
	void round() {
		this.rounds.make();
	}

	@Scheduled(cron = "0 10 4 * * *", zone = "Europe/Paris")
	void forget() {
		this.rounds.forget();
	}

}
