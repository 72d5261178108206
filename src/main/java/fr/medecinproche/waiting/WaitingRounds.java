package fr.medecinproche.waiting;

import java.util.List;
import java.util.function.LongConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * What time does by itself: offers end and go to the next, the night's times are offered
 * in the morning, and nobody waits for ever. Each half-day and each person is a
 * transaction of its own; any number of nodes may make rounds at once.
 */
@Component
class WaitingRounds {

	private static final Logger log = LoggerFactory.getLogger(WaitingRounds.class);

	private final WatchedHalfDays watched;

	private final WaitingEntries entries;

	private final OfferDesk desk;

	private final WaitingService waiting;

	private final OfferTimes times;

	WaitingRounds(WatchedHalfDays watched, WaitingEntries entries, OfferDesk desk, WaitingService waiting,
			OfferTimes times) {
		this.watched = watched;
		this.entries = entries;
		this.desk = desk;
		this.waiting = waiting;
		this.times = times;
	}

	void make() {
		each(this.watched.due(this.times.now()), this.desk::takeTurn, "half-day");
		if (!this.times.areQuiet()) {
			each(this.entries.toEnd(this.times.now(), this.times.today(), this.times.patience()),
					this.waiting::endByItself, "entry");
		}
	}

	/** One that fails is tried again in the next round, and does not stop the others. */
	private static void each(List<Long> ids, LongConsumer act, String what) {
		for (long id : ids) {
			try {
				act.accept(id);
			}
			catch (RuntimeException ex) {
				log.error("Waiting list: {} {} could not be dealt with", what, id, ex);
			}
		}
	}

}
