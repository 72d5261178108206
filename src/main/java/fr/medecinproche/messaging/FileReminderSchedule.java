package fr.medecinproche.messaging;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes the reminders of files that stand still every morning, on every node.
 */
@Component
@ConditionalOnBooleanProperty(name = "medecin-proche.outbox.scheduled", matchIfMissing = true)
class FileReminderSchedule {

	private final FileReminders reminders;

	FileReminderSchedule(FileReminders reminders) {
		this.reminders = reminders;
	}

	@Scheduled(cron = "${medecin-proche.file.reminders.at:0 30 7 * * *}", zone = "Europe/Paris")
	void remind() {
		boolean more = true;
		while (more) {
			more = this.reminders.remindSomeDoctors();
		}
		this.reminders.remindAgents();
	}

}
