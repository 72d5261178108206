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

	private final StandInService standIns;

	StandInSchedule(StandInRounds rounds, StandInService standIns) {
		this.rounds = rounds;
		this.standIns = standIns;
	}

	@Scheduled(initialDelayString = "1m", fixedDelayString = "1m")
	void round() {
		this.rounds.make();
	}

	/** Two nodes that forget at once forget the same. */
	@Scheduled(cron = "0 10 4 * * *", zone = "Europe/Paris")
	void forget() {
		this.standIns.forget();
	}

}
