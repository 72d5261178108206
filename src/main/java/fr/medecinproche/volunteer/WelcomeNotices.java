package fr.medecinproche.volunteer;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks a doctor who was taken from a list to check what the agency knows of them.
 */
@Component
@Order(0)
class WelcomeNotices implements DoctorNotices {

	private final VolunteerWelcomes welcomes;

	WelcomeNotices(VolunteerWelcomes welcomes) {
		this.welcomes = welcomes;
	}

	@Override
	public List<DoctorNotice> of(Volunteer volunteer) {
		return this.welcomes.isToConfirm(volunteer.getId()) ? List.of(new DoctorNotice("volunteer.details.notice",
				List.of(), "/medecin/dossier/coordonnees", "volunteer.details.check")) : List.of();
	}

}
