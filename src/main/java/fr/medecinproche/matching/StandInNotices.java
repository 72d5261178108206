package fr.medecinproche.matching;

import java.time.Clock;
import java.util.List;

import fr.medecinproche.volunteer.DoctorNotice;
import fr.medecinproche.volunteer.DoctorNotices;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.web.Words;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells a doctor at home whom they could stand in for.
 */
@Component
@Order(1)
class StandInNotices implements DoctorNotices {

	private final StandInInvitations invitations;

	private final Words words;

	private final Clock clock;

	StandInNotices(StandInInvitations invitations, Words words, Clock clock) {
		this.invitations = invitations;
		this.words = words;
		this.clock = clock;
	}

	@Override
	public List<DoctorNotice> of(Volunteer volunteer) {
		return this.invitations.waitingFor(volunteer.getAccount().id(), this.clock.instant())
			.stream()
			.map(this::notice)
			.toList();
	}

	private DoctorNotice notice(StandInInvitation invitation) {
		var request = invitation.getRequest();
		var slot = request.getSlot();
		return new DoctorNotice("matching.notice." + slot.getHalfDay().period(),
				List.of(request.getAskedBy().getTitle(), this.words.day(slot.getHalfDay().day()),
						slot.getSite().getNom(), this.words.dayAndTime(request.getDeadline())),
				"/medecin/invitations/" + invitation.getId(), "matching.notice.answer");
	}

}
