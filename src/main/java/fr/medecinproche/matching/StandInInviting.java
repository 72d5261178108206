package fr.medecinproche.matching;

import java.time.Clock;

import fr.medecinproche.account.Secret;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Invites the next doctors of the order, each by a link of their own.
 */
@Component
class StandInInviting {

	private final StandInSearch search;

	private final StandInInvitations invitations;

	private final Volunteers volunteers;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	StandInInviting(StandInSearch search, StandInInvitations invitations, Volunteers volunteers,
			ApplicationEventPublisher events, Clock clock) {
		this.search = search;
		this.invitations = invitations;
		this.volunteers = volunteers;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Invites the next doctors.
	 * @param request an open search, whose half-day is locked
	 * @param howMany how many at most
	 * @return whether anybody is thinking about it now, invited before or just now
	 */
	boolean invite(StandInRequest request, int howMany) {
		this.search.suitable(request.getSlot(), request.getAskedBy().getId())
			.stream()
			.limit(howMany)
			.forEach((candidate) -> invite(request, candidate));
		return this.invitations.of(request.getId())
			.stream()
			.anyMatch((invitation) -> invitation.getAnswer() == Answer.OPEN);
	}

	private void invite(StandInRequest request, Candidate candidate) {
		var secret = Secret.random();
		var volunteer = this.volunteers.findById(candidate.volunteerId()).orElseThrow();
		var invitation = this.invitations
			.save(new StandInInvitation(request, volunteer, candidate, secret, this.clock.instant()));
		this.invitations.flush();
		this.events.publishEvent(new StandInInvited(invitation.getId(), secret.value()));
	}

}
