package fr.medecinproche.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import fr.medecinproche.schedule.HalfDaySlot;

/**
 * A stretch of a half-day kept for some: the first times for people without a « médecin
 * traitant », the last ones for the regulators, those before them for the phone. Each is
 * as long as ordinary consultations.
 *
 * @param whom for whom
 * @param startsAt the first minute
 * @param endsAt the minute after the last
 */
record KeptTime(KeptFor whom, Instant startsAt, Instant endsAt) {

	/**
	 * What is still kept of a half-day.
	 * @param slot the half-day
	 * @param now the present
	 * @return stretches that do not overlap, none when all is open
	 */
	static List<KeptTime> of(HalfDaySlot slot, Instant now) {
		var rules = slot.getSite().getBookingRules();
		var left = Duration.between(now, slot.begins());
		var kept = new ArrayList<KeptTime>();
		var begin = slot.begins();
		var each = slot.getConsultationLength();
		var end = endOfLastTime(slot);
		if (left.compareTo(Duration.ofHours(rules.priorityHours())) > 0) {
			begin = earlier(begin.plus(each.multipliedBy(rules.keptForPriority())), end);
			add(kept, KeptFor.PRIORITY, slot.begins(), begin);
		}
		if (left.compareTo(Duration.ofHours(rules.regulationHours())) > 0) {
			var from = later(end.minus(each.multipliedBy(rules.keptForRegulation())), begin);
			add(kept, KeptFor.REGULATION, from, end);
			end = from;
		}
		if (left.compareTo(Duration.ofHours(rules.phoneHours())) > 0) {
			add(kept, KeptFor.PHONE, later(end.minus(each.multipliedBy(rules.keptForPhone())), begin), end);
		}
		return kept;
	}

	/**
	 * A half-day ends some minutes after its last whole consultation: nothing is kept of
	 * those.
	 */
	private static Instant endOfLastTime(HalfDaySlot slot) {
		var each = slot.getConsultationLength();
		return slot.begins().plus(each.multipliedBy(Duration.between(slot.begins(), slot.ends()).dividedBy(each)));
	}

	private static void add(List<KeptTime> kept, KeptFor whom, Instant from, Instant until) {
		if (from.isBefore(until)) {
			kept.add(new KeptTime(whom, from, until));
		}
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	/** Nobody else's, to those it is not kept for. */
	Busy asBusy(long slotId) {
		return new Busy(slotId, this.startsAt, this.endsAt);
	}

}
