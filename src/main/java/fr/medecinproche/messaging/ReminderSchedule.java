package fr.medecinproche.messaging;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes the reminders that are due every few minutes, on every node.
 */
@Component
@ConditionalOnBooleanProperty(name = "medecin-proche.outbox.scheduled", matchIfMissing = true)
class ReminderSchedule {

	private final Reminders reminders;

	ReminderSchedule(Reminders reminders) {
		this.reminders = reminders;
	}

	@Scheduled(initialDelayString = "${medecin-proche.reminder.every:5m}",
			fixedDelayString = "${medecin-proche.reminder.every:5m}")
	void remind() {
		boolean more = true;
		while (more) {
			more = this.reminders.writeSome();
		}
	}

}
