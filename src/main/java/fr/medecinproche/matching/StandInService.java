package fr.medecinproche.matching;

import java.time.Clock;
import java.util.List;

import fr.medecinproche.matching.MatchingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for a doctor who comes instead of another. Doctors are locked before half-days,
 * as everywhere; a search is changed by whoever has locked its half-day.
 */
@Service
@Transactional
public class StandInService {

	private final Volunteers volunteers;

	private final HalfDaySlots slots;

	private final StandInRequests requests;

	private final StandInDesk desk;

	private final StandInEnding ending;

	private final StandInOutlook outlook;

	private final Clock clock;

	StandInService(Volunteers volunteers, HalfDaySlots slots, StandInRequests requests, StandInDesk desk,
			StandInEnding ending, StandInOutlook outlook, Clock clock) {
		this.volunteers = volunteers;
		this.slots = slots;
		this.requests = requests;
		this.desk = desk;
		this.ending = ending;
		this.outlook = outlook;
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
		var deadline = this.outlook.deadlineOf(slot).orElseThrow(() -> new MatchingRefusedException(Reason.TOO_NEAR));
		if (this.outlook.countSuitable(slot, volunteerId) == 0) {
			throw new MatchingRefusedException(Reason.NOBODY_SUITS);
		}
		var request = this.requests.save(new StandInRequest(slot, asker, fallback, deadline, this.clock.instant()));
		this.desk.takeTurn(request);
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
			.ifPresent((request) -> this.ending.end(request, StandInOutcome.WITHDRAWN));
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

}
