package fr.medecinproche.waiting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.AvailabilityService;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.ConsultationTime;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.schedule.HalfDaySlot;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Holds the free times of a half-day for those who wait, one time each, in the order in
 * which they joined. Times kept for others stay with those they are kept for.
 */
@Component
class OfferMaking {

	private final WaitingEntries entries;

	private final WaitingOffers offers;

	private final WaitingAccess access;

	private final AvailabilityService availability;

	private final BookingService bookings;

	private final OfferTimes times;

	private final ApplicationEventPublisher events;

	OfferMaking(WaitingEntries entries, WaitingOffers offers, WaitingAccess access, AvailabilityService availability,
			BookingService bookings, OfferTimes times, ApplicationEventPublisher events) {
		this.entries = entries;
		this.offers = offers;
		this.access = access;
		this.availability = availability;
		this.bookings = bookings;
		this.times = times;
		this.events = events;
	}

	/**
	 * Offers as many times as there are people waiting for them.
	 * @param slot a half-day with a doctor, locked by the caller
	 */
	void offerTimesOf(HalfDaySlot slot) {
		var passed = new ArrayList<>(List.of(-1L));
		var free = freeTimes(slot);
		while (!free.isEmpty()) {
			var next = next(slot, free, passed);
			if (next == null) {
				return;
			}
			passed.add(next.getId());
			if (offer(next, slot, free)) {
				free = freeTimes(slot);
			}
		}
	}

	/** Only what can be kept long enough before online bookings close. */
	private Map<String, List<ConsultationTime>> freeTimes(HalfDaySlot slot) {
		var free = new LinkedHashMap<String, List<ConsultationTime>>();
		for (var answer : RegularDoctor.values()) {
			this.availability.of(slot, new Asker(Channel.WAITING_LIST, answer)).forEach((kind, times) -> {
				var offered = times.stream().filter(this.times::isLongEnough).toList();
				if (!offered.isEmpty()) {
					free.put(kind + " " + answer, offered);
				}
			});
		}
		return free;
	}

	private @Nullable WaitingEntry next(HalfDaySlot slot, Map<String, List<ConsultationTime>> free, List<Long> passed) {
		var box = slot.getPosition().boundingBox(WaitingWish.RADII.getLast());
		return this.entries
			.lockNext(OfferedHalfDay.of(slot, this.times.now()), box, free.keySet(), passed, this.times.patience())
			.flatMap(this.entries::findById)
			.orElse(null);
	}

	private boolean offer(WaitingEntry entry, HalfDaySlot slot, Map<String, List<ConsultationTime>> free) {
		var patient = Objects.requireNonNull(entry.getPatient());
		var kind = entry.getWish().kind();
		var before = this.offers.offeredTo(entry.getId(), slot.getId());
		var time = free.getOrDefault(kind + " " + patient.regularDoctor(), List.of())
			.stream()
			.filter((each) -> !before.contains(each.startsAt()))
			.findFirst();
		time.ifPresent((found) -> {
			var until = this.times.until(found);
			var hold = this.bookings.hold(slot.getId(), found.startsAt(), kind,
					new Asker(Channel.WAITING_LIST, patient.regularDoctor()), until);
			entry.offeredOn(this.times.today());
			var offer = this.offers.save(new WaitingOffer(entry, hold.appointment(), until, this.times.now()));
			this.offers.flush();
			this.events.publishEvent(new OfferMade(offer.getId(), this.access.issueLink(entry).value()));
		});
		return time.isPresent();
	}

}
