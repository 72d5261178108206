package fr.medecinproche.waiting;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.site.SiteStatus;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at one half-day, in the transaction that holds its lock: ends the offers whose
 * time is over, makes new ones, and notes when to look again. No transaction that makes
 * offers waits for a second half-day.
 */
@Component
class OfferDesk {

	private final HalfDaySlots slots;

	private final WaitingEntries entries;

	private final WaitingOffers offers;

	private final WatchedHalfDays watched;

	private final OfferMaking making;

	private final OfferTimes times;

	OfferDesk(HalfDaySlots slots, WaitingEntries entries, WaitingOffers offers, WatchedHalfDays watched,
			OfferMaking making, OfferTimes times) {
		this.slots = slots;
		this.entries = entries;
		this.offers = offers;
		this.watched = watched;
		this.making = making;
		this.times = times;
	}

	/**
	 * Looks at a half-day whose turn has come, unless another node does.
	 * @param slotId the half-day
	 */
	@Transactional
	void takeTurn(long slotId) {
		if (this.watched.claim(slotId)) {
			this.slots.lock(List.of(slotId));
			if (this.watched.isDue(slotId, this.times.now())) {
				lookAt(slotId);
			}
		}
	}

	/**
	 * Looks at a half-day of which a time has just become free.
	 * @param slotId the half-day, locked by the transaction under way
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void lookAt(long slotId) {
		var slot = this.slots.lock(List.of(slotId)).getFirst();
		boolean held = slot.getStatus() == SlotStatus.TAKEN && slot.getSite().getStatus() == SiteStatus.OPEN;
		endOffers(slotId, held);
		if (!held || !slot.ends().isAfter(this.times.now())) {
			this.watched.forget(slotId);
			return;
		}
		if (!this.times.areQuiet()) {
			this.making.offerTimesOf(slot);
		}
		lookAgain(slot);
	}

	private void endOffers(long slotId, boolean held) {
		for (var offer : this.offers.openIn(slotId)) {
			if (!held) {
				offer.become(OfferOutcome.WITHDRAWN);
			}
			else if (!offer.isOpenAt(this.times.now())) {
				offer.become(OfferOutcome.UNANSWERED);
				this.entries.countUnanswered(offer.getEntry().getId());
			}
		}
		this.offers.flush();
	}

	/**
	 * When the next hold ends, or kept times are everybody's; what nobody could be told
	 * of today, in the morning.
	 */
	private void lookAgain(HalfDaySlot slot) {
		var now = this.times.now();
		var openings = slot.getSite().getBookingRules().openings(slot.begins()).filter((at) -> at.isAfter(now));
		var next = Stream
			.of(this.watched.nextEndOfHold(slot.getId(), now).stream(), openings, Stream.of(this.times.morningAfter()))
			.flatMap(Function.identity())
			.min(Comparator.naturalOrder());
		this.watched.lookAgain(slot.getId(), next.orElseThrow());
	}

}
