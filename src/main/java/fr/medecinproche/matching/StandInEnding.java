package fr.medecinproche.matching;

import java.time.Clock;

import fr.medecinproche.schedule.HalfDayClosed;
import fr.medecinproche.schedule.HalfDayGivenBack;
import fr.medecinproche.schedule.HalfDayHandedOver;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends searches: whatever becomes of a half-day ends the search for it in the same
 * transaction, which has locked the half-day.
 */
@Component
class StandInEnding {

	private final StandInRequests requests;

	private final StandInInvitations invitations;

	private final Volunteers volunteers;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	StandInEnding(StandInRequests requests, StandInInvitations invitations, Volunteers volunteers,
			ApplicationEventPublisher events, Clock clock) {
		this.requests = requests;
		this.invitations = invitations;
		this.volunteers = volunteers;
		this.events = events;
		this.clock = clock;
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
			this.invitations.of(request.getId())
				.stream()
				.filter((invitation) -> invitation.getVolunteer().getId() == event.to())
				.forEach((invitation) -> invitation.accept(now));
			this.requests.flush();
			this.events.publishEvent(new StandInEnded(request.getId()));
		});
	}

}
