package fr.medecinproche.campaign;

import java.util.List;

import fr.medecinproche.volunteer.DoctorNotice;
import fr.medecinproche.volunteer.DoctorNotices;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.web.Words;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells a doctor at home where they are called.
 */
@Component
@Order(2)
class CampaignNotices implements DoctorNotices {

	private final CampaignInvitations invitations;

	private final Words words;

	CampaignNotices(CampaignInvitations invitations, Words words) {
		this.invitations = invitations;
		this.words = words;
	}

	@Override
	public List<DoctorNotice> of(Volunteer volunteer) {
		return this.invitations.waitingFor(volunteer.getId()).stream().map((invitation) -> {
			var campaign = invitation.getCampaign();
			return new DoctorNotice("campaign.notice",
					List.of(campaign.getZone().getNomArs(), this.words.date(campaign.getSpan().firstDay()),
							this.words.date(campaign.getSpan().lastDay())),
					"/medecin/appels/" + invitation.getId(), "campaign.notice.answer");
		}).toList();
	}

}
