package fr.medecinproche.volunteer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes a slice of the letters of welcome each hour when somebody is there to answer, on
 * every node.
 */
@Component
@ConditionalOnBooleanProperty(name = "medecin-proche.outbox.scheduled", matchIfMissing = true)
class VolunteerWelcomeSchedule {

	private final VolunteerWelcomes welcomes;

	VolunteerWelcomeSchedule(VolunteerWelcomes welcomes) {
		this.welcomes = welcomes;
	}

	@Scheduled(cron = "${medecin-proche.volunteer-welcome.at:0 10 9-16 * * MON-FRI}", zone = "Europe/Paris")
	void invite() {
		this.welcomes.inviteSome();
	}

}
