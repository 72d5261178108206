package fr.medecinproche.schedule;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives half-days to volunteers, within two days a month, and takes them back. Each call
 * locks the volunteer, then the half-days in the order of their identifiers: one
 * volunteer in eight browser tabs is one volunteer, and two volunteers never wait for
 * each other. What slips past is refused by the database.
 */
@Service
@Transactional
public class SchedulingService {

	private final HalfDaySlots slots;

	private final Volunteers volunteers;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SchedulingService(HalfDaySlots slots, Volunteers volunteers, ApplicationEventPublisher events, Clock clock) {
		this.slots = slots;
		this.volunteers = volunteers;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Takes half-days for a volunteer: all of them, or none.
	 * @param volunteerId who comes
	 * @param slotIds the half-days, of one or several days and months
	 * @return the half-days taken
	 * @throws SchedulingRefusedException with {@link Reason#MONTHLY_CAP_REACHED} and the
	 * month when one would be the fifth, or another reason of that enum
	 */
	public List<HalfDaySlot> take(long volunteerId, Collection<Long> slotIds) {
		var volunteer = this.volunteers.lock(volunteerId)
			.filter(Volunteer::isActive)
			.orElseThrow(() -> new SchedulingRefusedException(Reason.VOLUNTEER_NOT_ACTIVE));
		var wanted = lock(slotIds);
		for (var slot : wanted) {
			take(slot, volunteer);
		}
		wanted.forEach((slot) -> this.events.publishEvent(new HalfDayTaken(slot.getId(), volunteerId)));
		return wanted;
	}

	private void take(HalfDaySlot slot, Volunteer volunteer) {
		var site = slot.getSite();
		if (site.getStatus() != SiteStatus.OPEN || !site.getZone().isPriority()) {
			throw new SchedulingRefusedException(Reason.SITE_NOT_OPEN);
		}
		var halfDay = slot.getHalfDay();
		if (slot.getStatus() == SlotStatus.OPEN
				&& this.slots.isElsewhere(volunteer.getId(), halfDay.day(), halfDay.period())) {
			throw new SchedulingRefusedException(Reason.ALREADY_ELSEWHERE);
		}
		var rank = cap(volunteer.getId(), halfDay.month()).nextRank()
			.orElseThrow(() -> SchedulingRefusedException.capReached(halfDay.month()));
		slot.takeBy(volunteer, rank, this.clock);
		this.slots.flush();
	}

	/**
	 * Where a volunteer stands in a month.
	 * @param volunteerId a volunteer
	 * @param month a calendar month
	 * @return the cap with what is left of it
	 */
	@Transactional(readOnly = true)
	public MonthlyCap cap(long volunteerId, YearMonth month) {
		var ranks = this.slots.ranksTaken(volunteerId, month.atDay(1), month.plusMonths(1).atDay(1));
		return MonthlyCap.of(month, ranks.stream().map(Short::intValue).toList());
	}

	/**
	 * Gives a half-day back. Patients expected there are told by those who listen to
	 * {@link HalfDayGivenBack}, in the same transaction.
	 * @param volunteerId whose half-day it is
	 * @param slotId the half-day
	 * @throws SchedulingRefusedException when it is not theirs or has begun
	 */
	public void giveBack(long volunteerId, long slotId) {
		lock(List.of(slotId)).getFirst().giveBackBy(volunteerId, this.clock);
		this.events.publishEvent(new HalfDayGivenBack(slotId, volunteerId));
	}

	/**
	 * Closes a half-day for the agency. A volunteer who had taken it has it back in their
	 * month; patients are told by those who listen to {@link HalfDayClosed}.
	 * @param slotId the half-day
	 * @throws SchedulingRefusedException when it has begun or does not exist
	 */
	public void close(long slotId) {
		close(lock(List.of(slotId)).getFirst());
	}

	/**
	 * Closes a half-day of a site that closes; one that has begun runs to its end.
	 * @param slotId the half-day
	 */
	void closeUnlessBegun(long slotId) {
		this.slots.lock(List.of(slotId)).stream().filter((slot) -> !slot.hasBegun(this.clock)).forEach(this::close);
	}

	private void close(HalfDaySlot slot) {
		var volunteer = slot.getVolunteer();
		slot.close(this.clock);
		this.events.publishEvent(new HalfDayClosed(slot.getId(), (volunteer != null) ? volunteer.getId() : null));
	}

	private List<HalfDaySlot> lock(Collection<Long> slotIds) {
		var locked = this.slots.lock(new TreeSet<>(slotIds));
		if (locked.isEmpty() || locked.size() < new TreeSet<>(slotIds).size()) {
			throw new SchedulingRefusedException(Reason.NO_LONGER_OPEN);
		}
		return locked;
	}

}
