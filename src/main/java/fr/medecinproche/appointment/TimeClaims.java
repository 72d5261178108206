package fr.medecinproche.appointment;

import java.time.Clock;
import java.util.List;

import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.site.SiteStatus;

import org.springframework.stereotype.Component;

/**
 * Whether somebody can have a time. Asked in a transaction that has locked the half-day.
 */
@Component
class TimeClaims {

	private final HalfDaySlots slots;

	private final Appointments appointments;

	private final Clock clock;

	TimeClaims(HalfDaySlots slots, Appointments appointments, Clock clock) {
		this.slots = slots;
		this.appointments = appointments;
		this.clock = clock;
	}

	/** Waits for whoever changes one of these half-days, in an order all share. */
	List<HalfDaySlot> lock(List<Long> slotIds) {
		return this.slots.lock(slotIds);
	}

	/**
	 * Waits for a half-day patients may book.
	 * @param slotId the half-day
	 * @return it, locked until the end of the transaction
	 * @throws BookingRefusedException when no doctor comes, the site is not open, or says
	 * it is closed that day and the agency has not decided yet
	 */
	HalfDaySlot lockOffered(long slotId) {
		return lock(List.of(slotId)).stream()
			.filter((slot) -> slot.getStatus() == SlotStatus.TAKEN)
			.filter((slot) -> slot.getSite().getStatus() == SiteStatus.OPEN)
			.filter((slot) -> !this.slots.certain(List.of(slotId)).isEmpty())
			.findFirst()
			.orElseThrow(() -> new BookingRefusedException(Reason.NO_LONGER_OFFERED));
	}

	void refuseUnlessFree(HalfDaySlot slot, ConsultationTime time, Asker asker, Reason otherwise) {
		var now = this.clock.instant();
		if (!time.startsAt().isAfter(now)) {
			throw new BookingRefusedException(Reason.TOO_LATE);
		}
		this.appointments.releaseEnded(slot.getId(), now);
		if (!FreeTimes.include(slot, this.appointments.busy(List.of(slot.getId()), now), time)) {
			throw new BookingRefusedException(otherwise);
		}
		refuseIfKeptForOthers(slot, time, asker);
	}

	/** A hold that ended is as good as ever while nobody else has the time. */
	void refuseUnlessTheirs(Appointment held, HalfDaySlot slot, Asker asker, Reason otherwise) {
		var time = new ConsultationTime(slot.getId(), held.getStartsAt(), held.getEndsAt());
		if (held.isHeldAt(this.clock.instant())) {
			refuseIfKeptForOthers(slot, time, asker);
		}
		else {
			refuseUnlessFree(slot, time, asker, otherwise);
		}
	}

	private void refuseIfKeptForOthers(HalfDaySlot slot, ConsultationTime time, Asker asker) {
		if (KeptTime.of(slot, this.clock.instant())
			.stream()
			.filter((kept) -> time.overlaps(kept.startsAt(), kept.endsAt()))
			.anyMatch((kept) -> !asker.mayHave(kept.whom()))) {
			throw new BookingRefusedException(Reason.KEPT_FOR_OTHERS);
		}
	}

}
