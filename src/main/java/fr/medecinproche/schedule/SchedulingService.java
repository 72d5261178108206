package fr.medecinproche.schedule;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteNeeds;
import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
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

	private final SiteNeeds needs;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SchedulingService(HalfDaySlots slots, Volunteers volunteers, SiteNeeds needs, ApplicationEventPublisher events,
			Clock clock) {
		this.slots = slots;
		this.volunteers = volunteers;
		this.needs = needs;
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
		var volunteer = lockActive(volunteerId);
		var wanted = lock(slotIds);
		for (var slot : wanted) {
			take(slot, volunteer);
		}
		tell(wanted.stream().map(HalfDaySlot::getId).toList(), volunteerId);
		return wanted;
	}

	private void tell(List<Long> takenIds, long volunteerId) {
		this.events.publishEvent(new HalfDaysTaken(takenIds, volunteerId));
		takenIds.forEach((slotId) -> this.events.publishEvent(new HalfDayTaken(slotId, volunteerId)));
	}

	private Volunteer lockActive(long volunteerId) {
		return this.volunteers.lock(volunteerId)
			.filter(Volunteer::isActive)
			.orElseThrow(() -> new SchedulingRefusedException(Reason.VOLUNTEER_NOT_ACTIVE));
	}

	private void take(HalfDaySlot slot, Volunteer volunteer) {
		var site = slot.getSite();
		if (site.getStatus() != SiteStatus.OPEN || !site.getZone().isPriority()) {
			throw new SchedulingRefusedException(Reason.SITE_NOT_OPEN);
		}
		if (slot.getStatus() == SlotStatus.OPEN) {
			refuseElsewhere(volunteer, slot.getHalfDay());
			refuseUnwanted(site, slot.getHalfDay());
		}
		slot.takeBy(volunteer, rank(volunteer, slot.getMonth()), this.clock);
		flush();
	}

	/** What the site says at this very instant is heard by the database. */
	private void flush() {
		try {
			this.slots.flush();
		}
		catch (DataIntegrityViolationException ex) {
			throw new SchedulingRefusedException(Reason.CHANGED_MEANWHILE);
		}
	}

	private void refuseUnwanted(ConsultationSite site, HalfDay halfDay) {
		if (this.needs.isUnwanted(site.getId(), halfDay.day(), halfDay.part())) {
			throw new SchedulingRefusedException(Reason.NOT_WANTED);
		}
	}

	private void refuseElsewhere(Volunteer volunteer, HalfDay halfDay) {
		if (this.slots.isElsewhere(volunteer.getId(), halfDay.day(), halfDay.period())) {
			throw new SchedulingRefusedException(Reason.ALREADY_ELSEWHERE);
		}
	}

	private int rank(Volunteer volunteer, YearMonth month) {
		return cap(volunteer.getId(), month).nextRank().orElseThrow(() -> SchedulingRefusedException.capReached(month));
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
	 * Notes whether somebody keeps the doctor's own practice during a half-day; it is
	 * said in their agenda and changes nothing else.
	 * @param volunteerId whose half-day it is
	 * @param slotId the half-day
	 * @param replaced whether somebody does
	 * @throws SchedulingRefusedException when it is not theirs
	 */
	public void noteReplaced(long volunteerId, long slotId, boolean replaced) {
		lock(List.of(slotId)).getFirst().noteReplaced(volunteerId, replaced);
	}

	/**
	 * Gives one half-day back and takes another in one step: whoever has four in a month
	 * changes one of them, or keeps it.
	 * @param volunteerId whose half-day it is
	 * @param givenSlotId the half-day given back
	 * @param takenSlotId the half-day taken instead, of the same month or another
	 * @throws SchedulingRefusedException for what {@link #giveBack} and {@link #take}
	 * refuse; then nothing has changed
	 */
	public void exchange(long volunteerId, long givenSlotId, long takenSlotId) {
		var volunteer = lockActive(volunteerId);
		var both = lock(List.of(givenSlotId, takenSlotId)).stream()
			.collect(Collectors.toMap(HalfDaySlot::getId, Function.identity()));
		if (givenSlotId == takenSlotId) {
			throw new SchedulingRefusedException(Reason.NO_LONGER_OPEN);
		}
		both.get(givenSlotId).giveBackBy(volunteerId, this.clock);
		this.slots.flush();
		take(both.get(takenSlotId), volunteer);
		this.events.publishEvent(new HalfDayGivenBack(givenSlotId, volunteerId));
		tell(List.of(takenSlotId), volunteerId);
	}

	/**
	 * Lets another volunteer come on a half-day: the patients keep their times, and the
	 * half-day counts in the month of who comes.
	 * @param slotId the half-day
	 * @param from who no longer comes
	 * @param to who comes instead
	 * @throws SchedulingRefusedException when it is not, or no longer, the half-day of
	 * {@code from}, has begun, or {@code to} may not take it
	 */
	public void handOver(long slotId, long from, long to) {
		var standIn = lockActive(to);
		var slot = lock(List.of(slotId)).getFirst();
		if (!slot.isTakenBy(from)) {
			throw new SchedulingRefusedException(Reason.NOT_YOURS);
		}
		refuseElsewhere(standIn, slot.getHalfDay());
		slot.handOver(from, standIn, rank(standIn, slot.getMonth()), this.clock);
		this.slots.flush();
		this.events.publishEvent(new HalfDayHandedOver(slotId, from, to));
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
	 * Closes half-days for the agency, all of them or none. All are closed before anybody
	 * is told: no patient of one is offered a time on another. On days their site does
	 * not receive that is the reason, and a pattern may open them again once it is over.
	 * @param slotIds the half-days; what is closed already stays so
	 * @throws SchedulingRefusedException when one has begun or does not exist
	 */
	public void closeAll(Collection<Long> slotIds) {
		closeAll(slotIds, () -> {
		});
		this.slots.onClosedDays(slotIds).forEach(HalfDaySlot::leavePattern);
	}

	private void closeAll(Collection<Long> slotIds, Runnable each) {
		var closed = lock(slotIds).stream()
			.filter((slot) -> slot.getStatus() != SlotStatus.CLOSED)
			.map(this::withdraw)
			.toList();
		this.slots.flush();
		closed.forEach((event) -> {
			this.events.publishEvent(event);
			each.run();
		});
	}

	/**
	 * Closes half-days because of their pattern or of a closure of the site: when the
	 * reason is over, a pattern may open them again.
	 * @param slotIds the half-days
	 * @throws SchedulingRefusedException when one has begun or does not exist
	 */
	public void closeForNow(Collection<Long> slotIds) {
		closeForNow(slotIds, () -> {
		});
	}

	/**
	 * The same, telling how far it is.
	 * @param slotIds the half-days
	 * @param each told after each
	 * @throws SchedulingRefusedException when one has begun or does not exist
	 */
	void closeForNow(Collection<Long> slotIds, Runnable each) {
		if (!slotIds.isEmpty()) {
			closeAll(slotIds, each);
			lock(slotIds).forEach(HalfDaySlot::leavePattern);
		}
	}

	/**
	 * Closes a half-day of a site that closes; one that has begun runs to its end.
	 * @param slotId the half-day
	 */
	void closeUnlessBegun(long slotId) {
		this.slots.lock(List.of(slotId)).stream().filter((slot) -> !slot.hasBegun(this.clock)).forEach(this::close);
	}

	private void close(HalfDaySlot slot) {
		this.events.publishEvent(withdraw(slot));
	}

	private HalfDayClosed withdraw(HalfDaySlot slot) {
		var volunteer = slot.getVolunteer();
		slot.close(this.clock);
		return new HalfDayClosed(slot.getId(), (volunteer != null) ? volunteer.getId() : null);
	}

	private List<HalfDaySlot> lock(Collection<Long> slotIds) {
		var locked = this.slots.lock(new TreeSet<>(slotIds));
		if (locked.isEmpty() || locked.size() < new TreeSet<>(slotIds).size()) {
			throw new SchedulingRefusedException(Reason.NO_LONGER_OPEN);
		}
		return locked;
	}

}
