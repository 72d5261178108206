package fr.medecinproche.site.preparation;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reminds the people of sites on the mornings of working days, on every node.
 */
@Component
@ConditionalOnBooleanProperty(name = "medecin-proche.outbox.scheduled", matchIfMissing = true)
class HostReminderSchedule {

	private final HostReminders reminders;

	HostReminderSchedule(HostReminders reminders) {
		this.reminders = reminders;
	}

	@Scheduled(cron = "${medecin-proche.site.reminders.at:0 40 7 * * MON-FRI}", zone = "Europe/Paris")
	void remind() {
		boolean more = true;
		while (more) {
			more = this.reminders.remindSome();
		}
	}

}
