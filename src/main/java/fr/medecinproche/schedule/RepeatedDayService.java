package fr.medecinproche.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.SiteNeeds;
import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a doctor take a day that comes back: first what would be taken and what not, then,
 * once agreed, what can still be taken of it.
 */
@Service
@Transactional
public class RepeatedDayService {

	private final HalfDaySlots slots;

	private final Volunteers volunteers;

	private final ConsultationSites sites;

	private final SiteNeeds needs;

	private final SchedulingService scheduling;

	private final Clock clock;

	RepeatedDayService(HalfDaySlots slots, Volunteers volunteers, ConsultationSites sites, SiteNeeds needs,
			SchedulingService scheduling, Clock clock) {
		this.slots = slots;
		this.volunteers = volunteers;
		this.sites = sites;
		this.needs = needs;
		this.scheduling = scheduling;
		this.clock = clock;
	}

	/**
	 * Says what becomes of each date; nothing is taken.
	 * @param volunteerId who wants to come
	 * @param siteId where
	 * @param repeated which days
	 * @return each date with its fate, the cap of each month counted in order
	 * @throws SchedulingRefusedException when the place does not receive doctors or the
	 * repetition makes no sense
	 */
	@Transactional(readOnly = true)
	public RepeatedPlan preview(long volunteerId, long siteId, RepeatedDay repeated) {
		repeated.refuseUnlessSensible(LocalDate.now(this.clock));
		return plan(volunteerId, siteId, repeated.days(), repeated.extent(), (slot) -> true);
	}

	private RepeatedPlan plan(long volunteerId, long siteId, List<LocalDate> days, Extent extent,
			Predicate<HalfDaySlot> known) {
		var site = this.sites.findById(siteId, null)
			.filter(RepeatedDayService::receivesDoctors)
			.orElseThrow(() -> new SchedulingRefusedException(Reason.SITE_NOT_OPEN));
		var none = this.needs.noNeeds(siteId, days.getFirst(), days.getLast());
		var there = this.slots.atOn(siteId, days)
			.stream()
			.filter(known)
			.filter((slot) -> slot.getStatus() != SlotStatus.OPEN
					|| none.stream().noneMatch((it) -> it.covers(slot.getHalfDay().day(), slot.getHalfDay().part())))
			.toList();
		var mine = this.slots.of(volunteerId, days.getFirst().withDayOfMonth(1),
				days.getLast().withDayOfMonth(1).plusMonths(1));
		return new RepeatedPlanning(volunteerId, site, there, mine, this.clock).of(days, extent);
	}

	private static boolean receivesDoctors(ConsultationSite site) {
		return site.getStatus() == SiteStatus.OPEN && site.getZone().isPriority();
	}

	/**
	 * Takes what the doctor has agreed to, as far as it can still be taken: a date that
	 * was lost meanwhile does not cost the others, and one that was gained meanwhile is
	 * left alone, since nobody agreed to it. All in one transaction.
	 * @param volunteerId who comes
	 * @param siteId where
	 * @param repeated which days
	 * @param announced the days the doctor was shown as theirs to take
	 * @return what became of those days: {@link RepeatedPlan.Fate#TO_TAKE} is taken now,
	 * {@link RepeatedPlan.Fate#MINE} was the doctor's already, the others were lost
	 * @throws SchedulingRefusedException as {@link #preview} does, or when the doctor's
	 * file is not complete
	 */
	public RepeatedPlan take(long volunteerId, long siteId, RepeatedDay repeated, Collection<LocalDate> announced) {
		repeated.refuseUnlessSensible(LocalDate.now(this.clock));
		// locked in the order of SchedulingService: the doctor, then half-days by
		// identifier; what is opened after that moment is not looked at
		this.volunteers.lock(volunteerId);
		var agreed = repeated.days().stream().filter(announced::contains).toList();
		if (agreed.isEmpty()) {
			throw new SchedulingRefusedException(Reason.EMPTY_PATTERN);
		}
		var open = this.slots.openAtOn(siteId, agreed);
		this.slots.lock(open);
		var plan = plan(volunteerId, siteId, agreed, repeated.extent(),
				(slot) -> slot.getStatus() != SlotStatus.OPEN || open.contains(slot.getId()));
		var wanted = plan.toTake().stream().flatMap((date) -> date.slotIds().stream()).toList();
		if (!wanted.isEmpty()) {
			this.scheduling.take(volunteerId, wanted);
		}
		return plan;
	}

}
