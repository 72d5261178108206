package fr.medecinproche.matching;

import java.time.Clock;
import java.util.List;

import fr.medecinproche.account.Secret;
import fr.medecinproche.schedule.HalfDayClosed;
import fr.medecinproche.schedule.HalfDayGivenBack;
import fr.medecinproche.schedule.HalfDayHandedOver;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a search on: invites the next doctors, a few at a time, and ends it. Always in a
 * transaction that has locked the half-day.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StandInDesk {

	private final StandInRequests requests;

	private final StandInInvitations invitations;

	private final StandInSearch search;

	private final SchedulingService scheduling;

	private final Volunteers volunteers;

	private final StandInSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	StandInDesk(StandInRequests requests, StandInInvitations invitations, StandInSearch search,
			SchedulingService scheduling, Volunteers volunteers, StandInSettings settings,
			ApplicationEventPublisher events, Clock clock) {
		this.requests = requests;
		this.invitations = invitations;
		this.search = search;
		this.scheduling = scheduling;
		this.volunteers = volunteers;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Does what is due: the next wave, or the end.
	 * @param request an open search
	 */
	void takeTurn(StandInRequest request) {
		if (request.isOpenAt(this.clock.instant())) {
			inviteNext(request, this.settings.wave());
			request.lookAgain(this.clock.instant().plus(this.settings.every()));
		}
		else {
			giveUp(request);
		}
	}

	/**
	 * Invites the next doctors in the order; when nobody is left and nobody is thinking
	 * about it, the patients need not wait any longer.
	 * @param request an open search
	 * @param howMany how many at most
	 */
	void inviteNext(StandInRequest request, int howMany) {
		var next = this.search.suitable(request.getSlot(), request.getAskedBy().getId());
		next.stream().limit(howMany).forEach((candidate) -> invite(request, candidate));
		if (next.isEmpty() && this.invitations.of(request.getId()).stream().noneMatch(StandInDesk::isThinking)) {
			giveUp(request);
		}
	}

	/** How many are left to be invited. */
	int countSuitable(HalfDaySlot slot, long asker) {
		return this.search.suitable(slot, asker).size();
	}

	private static boolean isThinking(StandInInvitation invitation) {
		return invitation.getAnswer() == Answer.OPEN;
	}

	private void invite(StandInRequest request, Candidate candidate) {
		var secret = Secret.random();
		var volunteer = this.volunteers.findById(candidate.volunteerId()).orElseThrow();
		var invitation = this.invitations
			.save(new StandInInvitation(request, volunteer, candidate, secret, this.clock.instant()));
		this.invitations.flush();
		this.events.publishEvent(new StandInInvited(invitation.getId(), secret.value()));
	}

	/** A half-day that has begun meanwhile is nobody's to give back. */
	private void giveUp(StandInRequest request) {
		var slot = request.getSlot();
		end(request, StandInOutcome.UNANSWERED);
		if (request.getFallback() == Fallback.CANCEL && !slot.hasBegun(this.clock)) {
			this.scheduling.giveBack(request.getAskedBy().getId(), slot.getId());
		}
	}

	/**
	 * Ends a search.
	 * @param request an open search
	 * @param how why
	 */
	void end(StandInRequest request, StandInOutcome how) {
		request.end(how, this.clock.instant());
		this.requests.flush();
		this.events.publishEvent(new StandInEnded(request.getId()));
	}

	@EventListener
	void on(HalfDayGivenBack event) {
		this.requests.openFor(event.slotId()).ifPresent((request) -> end(request, StandInOutcome.OVER));
	}

	@EventListener
	void on(HalfDayClosed event) {
		this.requests.openFor(event.slotId()).ifPresent((request) -> end(request, StandInOutcome.OVER));
	}

	/** However it came about: who comes has accepted. */
	@EventListener
	void on(HalfDayHandedOver event) {
		this.requests.openFor(event.slotId()).ifPresent((request) -> {
			var now = this.clock.instant();
			request.accept(this.volunteers.findById(event.to()).orElseThrow(), now);
			List<StandInInvitation> invited = this.invitations.of(request.getId());
			invited.stream()
				.filter((invitation) -> invitation.getVolunteer().getId() == event.to())
				.forEach((invitation) -> invitation.accept(now));
			this.requests.flush();
			this.events.publishEvent(new StandInEnded(request.getId()));
		});
	}

}
