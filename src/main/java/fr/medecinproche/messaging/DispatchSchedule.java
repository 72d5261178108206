package fr.medecinproche.messaging;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due every few seconds; tests call the dispatcher themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "medecin-proche.outbox.scheduled", matchIfMissing = true)
class DispatchSchedule {

	private final Dispatcher dispatcher;

	DispatchSchedule(Dispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	@Scheduled(initialDelayString = "${medecin-proche.outbox.every:5s}",
			fixedDelayString = "${medecin-proche.outbox.every:5s}")
	void dispatch() {
		this.dispatcher.dispatch();
	}

}
