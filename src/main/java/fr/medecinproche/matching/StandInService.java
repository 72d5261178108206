package fr.medecinproche.matching;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import fr.medecinproche.matching.MatchingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for a doctor who comes instead of another, and takes the answers. Doctors are
 * locked before half-days, as everywhere; a search is changed by whoever has locked its
 * half-day, so that of eight who accept at once one comes.
 */
@Service
@Transactional
public class StandInService {

	private final Volunteers volunteers;

	private final HalfDaySlots slots;

	private final StandInRequests requests;

	private final StandInInvitations invitations;

	private final StandInDesk desk;

	private final SchedulingService scheduling;

	private final StandInSettings settings;

	private final Clock clock;

	StandInService(Volunteers volunteers, HalfDaySlots slots, StandInRequests requests, StandInInvitations invitations,
			StandInDesk desk, SchedulingService scheduling, StandInSettings settings, Clock clock) {
		this.volunteers = volunteers;
		this.slots = slots;
		this.requests = requests;
		this.invitations = invitations;
		this.desk = desk;
		this.scheduling = scheduling;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Begins a search, and invites the first doctors. The half-day stays the doctor's
	 * until one of them accepts.
	 * @param volunteerId whose half-day it is
	 * @param slotId the half-day
	 * @param fallback what happens when nobody accepts in time
	 * @return the search
	 * @throws MatchingRefusedException when it is too near, when there is a search
	 * already, or when nobody can be invited
	 * @throws SchedulingRefusedException when the half-day is not theirs
	 */
	public StandInRequest ask(long volunteerId, long slotId, Fallback fallback) {
		var asker = this.volunteers.lock(volunteerId).orElseThrow();
		var slot = this.slots.lock(List.of(slotId))
			.stream()
			.filter((each) -> each.isTakenBy(volunteerId))
			.findFirst()
			.orElseThrow(() -> new SchedulingRefusedException(SchedulingRefusedException.Reason.NOT_YOURS));
		if (this.requests.openFor(slotId).isPresent()) {
			throw new MatchingRefusedException(Reason.ASKED_ALREADY);
		}
		var now = this.clock.instant();
		var deadline = this.settings.deadline(now, slot.begins())
			.orElseThrow(() -> new MatchingRefusedException(Reason.TOO_NEAR));
		var request = this.requests.save(new StandInRequest(slot, asker, fallback, deadline, now));
		this.desk.takeTurn(request);
		if (request.getOutcome() != StandInOutcome.OPEN) {
			throw new MatchingRefusedException(Reason.NOBODY_SUITS);
		}
		return request;
	}

	/**
	 * Stops the search: the doctor comes after all, or chooses otherwise. Without one it
	 * changes nothing.
	 * @param volunteerId whose half-day it is
	 * @param slotId the half-day
	 */
	public void withdraw(long volunteerId, long slotId) {
		this.slots.lock(List.of(slotId));
		this.requests.openFor(slotId)
			.filter((request) -> request.getAskedBy().getId() == volunteerId)
			.ifPresent((request) -> this.desk.end(request, StandInOutcome.WITHDRAWN));
	}

	/**
	 * Accepts: the half-day goes to the invited doctor, and the patients keep their
	 * times. A second yes changes nothing.
	 * @param invitationId the invitation, proven to be theirs
	 * @throws MatchingRefusedException when somebody else was first, or it is over
	 * @throws SchedulingRefusedException when the doctor may not take the half-day; the
	 * invitation stays
	 */
	public void accept(long invitationId) {
		var before = standing(invitationId);
		if (before.stateAt(this.clock.instant()) == InvitationState.YOURS) {
			return;
		}
		if (!before.stateAt(this.clock.instant()).isAnswerable()) {
			throw before.refusalAt(this.clock.instant());
		}
		handOver(invitationId, before);
		var after = standing(invitationId);
		if (after.answer() != Answer.ACCEPTED) {
			throw after.refusalAt(this.clock.instant());
		}
	}

	/** What was read before the half-day was locked may have changed in the queue. */
	private void handOver(long invitationId, Standing before) {
		try {
			this.scheduling.handOver(before.slotId(), before.askedBy(), before.volunteerId());
		}
		catch (SchedulingRefusedException refusal) {
			if (refusal.reason() == SchedulingRefusedException.Reason.NOT_YOURS) {
				throw standing(invitationId).refusalAt(this.clock.instant());
			}
			throw refusal;
		}
	}

	/**
	 * Declines; the next doctor is invited at once. What is settled already stays so.
	 * @param invitationId the invitation, proven to be theirs
	 */
	public void decline(long invitationId) {
		this.slots.lock(List.of(standing(invitationId).slotId()));
		var invitation = this.invitations.findById(invitationId).orElseThrow();
		if (invitation.stateAt(this.clock.instant()) == InvitationState.OPEN) {
			invitation.decline(this.clock.instant());
			this.invitations.flush();
			this.desk.inviteNext(invitation.getRequest(), 1);
		}
	}

	private Standing standing(long invitationId) {
		return this.invitations.standing(invitationId).orElseThrow();
	}

	/**
	 * Does what is due on a half-day, unless another node does.
	 * @param slotId the half-day
	 */
	void takeTurn(long slotId) {
		var now = this.clock.instant();
		if (this.slots.lockUnlessBusy(slotId).isPresent()) {
			this.requests.openFor(slotId)
				.filter((request) -> !request.getLookAt().isAfter(now))
				.ifPresent(this.desk::takeTurn);
		}
	}

	/** Forgets who was invited, once it is long over. */
	int forget() {
		return this.requests.forgetEndedBefore(
				this.clock.instant().atZone(this.clock.getZone()).minus(this.settings.kept()).toInstant());
	}

	/**
	 * How many doctors may be invited.
	 * @param slotId a half-day with a doctor
	 * @return 0 when nobody may
	 */
	@Transactional(readOnly = true)
	public int countSuitable(long slotId) {
		return this.slots.findById(slotId)
			.filter((slot) -> slot.getVolunteer() != null)
			.map((slot) -> this.desk.countSuitable(slot, Objects.requireNonNull(slot.getVolunteer()).getId()))
			.orElse(0);
	}

	/**
	 * Until when a search that begins now would last.
	 * @param slotId a half-day
	 * @return empty when it is too near to search
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> deadlineOf(long slotId) {
		return this.slots.findById(slotId)
			.flatMap((slot) -> this.settings.deadline(this.clock.instant(), slot.begins()));
	}

}
