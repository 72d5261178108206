package fr.medecinproche.matching;

import java.time.Clock;

import fr.medecinproche.schedule.HalfDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What time does by itself: the next doctors are invited, and searches end. Each half-day
 * is a transaction of its own; any number of nodes may make rounds at once.
 */
@Component
class StandInRounds {

	private static final Logger log = LoggerFactory.getLogger(StandInRounds.class);

	private final StandInRequests requests;

	private final StandInService standIns;

	private final StandInSettings settings;

	private final Clock clock;

	StandInRounds(StandInRequests requests, StandInService standIns, StandInSettings settings, Clock clock) {
		this.requests = requests;
		this.standIns = standIns;
		this.settings = settings;
		this.clock = clock;
	}

	/** One that fails is tried again in the next round, and does not stop the others. */
	void make() {
		for (long slotId : this.requests.due(this.clock.instant())) {
			try {
				this.standIns.takeTurn(slotId);
			}
			catch (RuntimeException ex) {
				log.error("Stand-ins: half-day {} could not be dealt with", slotId, ex);
			}
		}
	}

	/**
	 * Forgets who was invited, once it is long over. Two nodes that forget at once forget
	 * the same.
	 * @return how many searches
	 */
	@Transactional
	int forget() {
		var now = this.clock.instant().atZone(HalfDay.ZONE);
		return this.requests.forgetEndedBefore(now.minus(this.settings.kept()).toInstant());
	}

}
