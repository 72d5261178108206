package fr.medecinproche.schedule;

import java.time.Clock;
import java.util.List;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Opens the half-days of a plan. What plain SQL did behind our back is refused by the
 * database, and told as a change.
 */
@Component
class HalfDayOpening {

	private final HalfDaySlots slots;

	private final Clock clock;

	HalfDayOpening(HalfDaySlots slots, Clock clock) {
		this.slots = slots;
		this.clock = clock;
	}

	/**
	 * Refuses what makes no sense at a site.
	 * @param site the site
	 * @param pattern what is asked for
	 * @throws SchedulingRefusedException when the site or its zone is not open, it has no
	 * such room, or the span is empty or over a year long
	 */
	void refuseUnlessPossible(ConsultationSite site, OpeningPattern pattern) {
		if (site.getStatus() != SiteStatus.OPEN) {
			throw new SchedulingRefusedException(Reason.SITE_NOT_OPEN);
		}
		if (!site.getZone().isPriority()) {
			throw new SchedulingRefusedException(Reason.ZONE_NOT_PRIORITY);
		}
		if (pattern.until().isBefore(pattern.from())) {
			throw new SchedulingRefusedException(Reason.EMPTY_PATTERN);
		}
		if (pattern.until().isAfter(pattern.from().plusYears(1))) {
			throw new SchedulingRefusedException(Reason.PATTERN_TOO_LONG);
		}
		if (pattern.asked().isEmpty()) {
			throw new SchedulingRefusedException(Reason.EMPTY_PATTERN);
		}
		if (pattern.rule().rooms().stream().anyMatch((room) -> room < 1 || room > site.getRooms())) {
			throw new SchedulingRefusedException(Reason.NO_SUCH_ROOM);
		}
	}

	/**
	 * Opens half-days, and gives those that are open already the hours of their pattern.
	 * @param site the site, which the transaction holds
	 * @param halfDays those to open or to keep other hours
	 * @param rule what is asked for
	 * @param patternId whose they are, null when nothing is kept
	 * @param each told after each
	 */
	void open(ConsultationSite site, List<PlannedHalfDay> halfDays, OpeningRule rule, @Nullable Long patternId,
			Runnable each) {
		try {
			for (var halfDay : halfDays) {
				var slot = (halfDay.slot() != null) ? halfDay.slot()
						: new HalfDaySlot(site, halfDay.place().halfDay(), halfDay.room(), this.clock);
				slot.openBy(patternId, rule.hoursAt(site));
				if (halfDay.slot() == null) {
					this.slots.save(slot);
				}
				each.run();
			}
			this.slots.flush();
		}
		catch (DataIntegrityViolationException ex) {
			throw new SchedulingRefusedException(Reason.CHANGED_MEANWHILE);
		}
	}

}
