package fr.medecinproche.joining;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks after the drafts every hour, on any node; tests do so themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "medecin-proche.joining.scheduled", matchIfMissing = true)
class DraftSchedule {

	private static final Logger log = LoggerFactory.getLogger(DraftSchedule.class);

	private final DraftKeeping keeping;

	DraftSchedule(DraftKeeping keeping) {
		this.keeping = keeping;
	}

	@Scheduled(initialDelayString = "${medecin-proche.joining.every:1h}",
			fixedDelayString = "${medecin-proche.joining.every:1h}")
	void keep() {
		int forgotten = this.keeping.forgetExpired();
		boolean more = true;
		while (more) {
			more = this.keeping.remindSome();
		}
		if (forgotten > 0) {
			log.info("Forgot {} applications that were not sent", forgotten);
		}
	}

}
