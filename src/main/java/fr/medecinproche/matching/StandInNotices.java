package fr.medecinproche.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import fr.medecinproche.volunteer.DoctorNotice;
import fr.medecinproche.volunteer.DoctorNotices;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.web.Words;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells a doctor at home whom they could stand in for, and when nobody stands in for
 * them.
 */
@Component
@Order(1)
class StandInNotices implements DoctorNotices {

	private final StandInInvitations invitations;

	private final StandInRequests requests;

	private final Words words;

	private final Clock clock;

	StandInNotices(StandInInvitations invitations, StandInRequests requests, Words words, Clock clock) {
		this.invitations = invitations;
		this.requests = requests;
		this.words = words;
		this.clock = clock;
	}

	@Override
	public List<DoctorNotice> of(Volunteer volunteer) {
		var accountId = volunteer.getAccount().id();
		return Stream
			.concat(this.requests.toChooseAgain(accountId, LocalDate.now(this.clock))
				.stream()
				.filter((request) -> !request.getSlot().hasBegun(this.clock))
				.map(this::chooseAgain),
					this.invitations.waitingFor(accountId, this.clock.instant()).stream().map(this::notice))
			.toList();
	}

	private DoctorNotice chooseAgain(StandInRequest request) {
		var slot = request.getSlot();
		return new DoctorNotice("matching.notice.nobody." + slot.getHalfDay().period(),
				List.of(this.words.day(slot.getHalfDay().day()), slot.getSite().getNom()),
				"/medecin/creneaux/" + slot.getId() + "/absence", "matching.notice.choose");
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
