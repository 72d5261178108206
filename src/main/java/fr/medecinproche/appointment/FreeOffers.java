package fr.medecinproche.appointment;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.schedule.HalfDaySlot;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What is left of half-days for somebody: neither taken nor kept for others, and not too
 * soon for the way they book. One query, however many half-days there are.
 */
@Component
class FreeOffers {

	private final Appointments appointments;

	private final BookingWindow window;

	private final Clock clock;

	FreeOffers(Appointments appointments, BookingWindow window, Clock clock) {
		this.appointments = appointments;
		this.window = window;
		this.clock = clock;
	}

	/**
	 * The free times of some half-days.
	 * @param of half-days with a doctor
	 * @param kind the kind of visit
	 * @param asker who looks
	 * @return by site, soonest first, only sites that have one
	 */
	Map<Long, List<Offer>> bySite(List<HalfDaySlot> of, VisitKind kind, Asker asker) {
		if (of.isEmpty()) {
			return Map.of();
		}
		var taken = this.appointments.busy(of.stream().map(HalfDaySlot::getId).toList(), this.clock.instant())
			.stream()
			.collect(Collectors.groupingBy(Busy::slotId));
		return of.stream()
			.flatMap((slot) -> offers(slot, taken.getOrDefault(slot.getId(), List.of()), kind, asker))
			.sorted(Comparator.comparing((offer) -> offer.time().startsAt()))
			.collect(Collectors.groupingBy((offer) -> offer.slot().getSite().getId()));
	}

	/**
	 * The free times of one half-day.
	 * @param slot a half-day with a doctor
	 * @param asker who looks
	 * @return by kind of visit, only kinds that have a time
	 */
	Map<VisitKind, List<ConsultationTime>> byKind(HalfDaySlot slot, Asker asker) {
		var taken = this.appointments.busy(List.of(slot.getId()), this.clock.instant());
		var times = new EnumMap<VisitKind, List<ConsultationTime>>(VisitKind.class);
		for (var kind : VisitKind.values()) {
			var free = offers(slot, taken, kind, asker).map(Offer::time).toList();
			if (!free.isEmpty()) {
				times.put(kind, free);
			}
		}
		return times;
	}

	private Stream<Offer> offers(HalfDaySlot slot, List<Busy> taken, VisitKind kind, Asker asker) {
		var kept = KeptTime.of(slot, this.clock.instant());
		var notTheirs = kept.stream()
			.filter((time) -> !asker.mayHave(time.whom()))
			.map((time) -> time.asBusy(slot.getId()));
		var notFree = Stream.concat(taken.stream(), notTheirs).toList();
		return FreeTimes.of(slot, notFree, kind.lengthIn(slot), this.window.opensAt(asker.channel(), this.clock))
			.stream()
			.map((time) -> new Offer(slot, time, keptFor(time, kept)));
	}

	private static @Nullable KeptFor keptFor(ConsultationTime time, List<KeptTime> kept) {
		return kept.stream()
			.filter((span) -> time.overlaps(span.startsAt(), span.endsAt()))
			.map(KeptTime::whom)
			.findFirst()
			.orElse(null);
	}

}
