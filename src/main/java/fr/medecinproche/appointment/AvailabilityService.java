package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.territory.GeoPoint;
import jakarta.persistence.EntityManager;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds where and when a patient may be seen. A fixed number of queries answers, however
 * many sites and times there are.
 */
@Service
@Transactional(readOnly = true)
public class AvailabilityService {

	private final ConsultationSites sites;

	private final HalfDaySlots slots;

	private final FreeOffers offers;

	private final BookingWindow window;

	private final EntityManager entities;

	private final Clock clock;

	AvailabilityService(ConsultationSites sites, HalfDaySlots slots, FreeOffers offers, BookingWindow window,
			EntityManager entities, Clock clock) {
		this.sites = sites;
		this.slots = slots;
		this.offers = offers;
		this.window = window;
		this.entities = entities;
		this.clock = clock;
	}

	/**
	 * The sites around a place, with their next free times.
	 * @param place where the patient lives
	 * @param radius how far to look, in kilometres
	 * @param kind the kind of visit
	 * @param asker who looks
	 * @param each how many times to show of each site
	 * @param page which sites
	 * @return nearest first
	 */
	public Page<SiteOffers> near(GeoPoint place, double radius, VisitKind kind, Asker asker, int each, Pageable page) {
		var around = around(place, radius, kind, asker);
		var shown = around.stream()
			.skip(page.getOffset())
			.limit(page.getPageSize())
			.map((near) -> near.limited(each))
			.toList();
		return new PageImpl<>(shown, page, around.size());
	}

	private List<ConsultationSite> around(GeoPoint place, double radius) {
		var box = place.boundingBox(radius);
		return this.sites.openIn(box.south(), box.north(), box.west(), box.east())
			.stream()
			.filter((site) -> site.isItinerant() || site.getPosition().distanceTo(place) <= radius)
			.toList();
	}

	private List<SiteOffers> around(GeoPoint place, double radius, VisitKind kind, Asker asker, Days days) {
		var around = around(place, radius);
		var offers = offers(around, kind, asker, days.from(), days.until());
		return around.stream()
			.flatMap((site) -> SiteOffers.of(site, offers.getOrDefault(site.getId(), List.of()), place, radius))
			.sorted(SearchOrder.NEAREST.comparator())
			.toList();
	}

	/**
	 * All sites around a place, with all their free times.
	 * @param place where the patient lives
	 * @param radius how far to look, in kilometres
	 * @param kind the kind of visit
	 * @param asker who looks
	 * @return nearest first, sites without a free time included
	 */
	List<SiteOffers> around(GeoPoint place, double radius, VisitKind kind, Asker asker) {
		return around(place, radius, kind, asker, new Days(LocalDate.now(this.clock), this.window.until(this.clock)));
	}

	/**
	 * All free times of a site.
	 * @param site the site
	 * @param kind the kind of visit
	 * @param asker who looks: the phone sees the times of the next hours too
	 * @param from the first day
	 * @param until the day after the last
	 * @return times by day, days in order, only days with a free time
	 */
	public SequencedMap<LocalDate, List<Offer>> at(ConsultationSite site, VisitKind kind, Asker asker, LocalDate from,
			LocalDate until) {
		return offers(List.of(site), kind, asker, from, until).getOrDefault(site.getId(), List.of())
			.stream()
			.collect(Collectors.groupingBy((offer) -> offer.time().day(), LinkedHashMap::new, Collectors.toList()));
	}

	/**
	 * The free times of one half-day. Its lock is the caller's, where they must stay so.
	 * @param slot a half-day with a doctor
	 * @param asker who looks
	 * @return by kind of visit, only kinds that have a time
	 */
	public Map<VisitKind, List<ConsultationTime>> of(HalfDaySlot slot, Asker asker) {
		return slot.getHalfDay().day().isBefore(this.window.until(this.clock))
				&& !this.slots.certain(List.of(slot.getId())).isEmpty() ? this.offers.byKind(slot, asker) : Map.of();
	}

	/**
	 * The free times of some half-days.
	 * @param slots half-days with a doctor
	 * @param kind the kind of visit
	 * @param asker who looks
	 * @return by half-day, in the order of time, only half-days that have one
	 */
	public Map<Long, List<ConsultationTime>> of(List<HalfDaySlot> slots, VisitKind kind, Asker asker) {
		if (slots.isEmpty()) {
			return Map.of();
		}
		var certain = this.slots.certain(slots.stream().map(HalfDaySlot::getId).toList());
		return this.offers.bySite(slots.stream().filter((slot) -> certain.contains(slot.getId())).toList(), kind, asker)
			.values()
			.stream()
			.flatMap(List::stream)
			.map(Offer::time)
			.collect(Collectors.groupingBy(ConsultationTime::slotId));
	}

	/**
	 * What somebody on the phone may offer at once: the sites around a place that have a
	 * free time before a day.
	 * @param place where the caller lives
	 * @param radius how far to look, in kilometres
	 * @param kind the kind of visit
	 * @param until the day after the last
	 * @return nearest first, only sites with a free time
	 */
	public List<SiteOffers> soon(GeoPoint place, double radius, VisitKind kind, LocalDate until) {
		return around(place, radius, kind, Asker.by(Channel.REGULATOR), new Days(LocalDate.now(this.clock), until))
			.stream()
			.filter((near) -> !near.next().isEmpty())
			.toList();
	}

	/**
	 * All free times around a place. Whoever then locks one of the half-days reads it as
	 * it is by then: those of the answer are detached.
	 * @param place the place
	 * @param radius how far to look, in kilometres
	 * @param kind the kind of visit
	 * @param asker who looks
	 * @param from the first day
	 * @param until the day after the last
	 * @return soonest first
	 */
	public List<Offer> around(GeoPoint place, double radius, VisitKind kind, Asker asker, LocalDate from,
			LocalDate until) {
		var found = around(place, radius, kind, asker, new Days(from, until)).stream()
			.flatMap((near) -> near.next().stream())
			.sorted(Comparator.comparing((offer) -> offer.time().startsAt()))
			.toList();
		found.forEach((offer) -> this.entities.detach(offer.slot()));
		return found;
	}

	/**
	 * The next free times anywhere, one for each site.
	 * @param kind the kind of visit
	 * @param howMany how many at most
	 * @return soonest first
	 */
	public List<Offer> soonest(VisitKind kind, int howMany) {
		var next = this.slots.nextTaken(LocalDate.now(this.clock), Limit.of(howMany * 8));
		return this.offers.bySite(next, kind, Asker.by(Channel.WEB))
			.values()
			.stream()
			.map(List::getFirst)
			.sorted(Comparator.comparing((offer) -> offer.time().startsAt()))
			.limit(howMany)
			.toList();
	}

	/**
	 * All free times with one doctor, wherever they receive.
	 * @param volunteerId the doctor
	 * @param kind the kind of visit
	 * @param asker who looks
	 * @return soonest first
	 */
	public List<Offer> withDoctor(long volunteerId, VisitKind kind, Asker asker) {
		return withDoctor(volunteerId, kind, asker, this.window.until(this.clock));
	}

	/**
	 * The same as far ahead as a doctor plans.
	 * @param volunteerId the doctor
	 * @param kind the kind of visit
	 * @param asker who looks
	 * @param until the day after the last
	 * @return soonest first
	 */
	List<Offer> withDoctor(long volunteerId, VisitKind kind, Asker asker, LocalDate until) {
		var theirs = this.slots.of(volunteerId, LocalDate.now(this.clock), until)
			.stream()
			.filter((slot) -> slot.getStatus() == SlotStatus.TAKEN)
			.filter((slot) -> slot.getSite().getStatus() == SiteStatus.OPEN)
			.map(HalfDaySlot::getId)
			.toList();
		var certain = theirs.isEmpty() ? Set.<Long>of() : this.slots.certain(theirs);
		return certain.isEmpty() ? List.of()
				: this.offers.bySite(this.slots.findByIdIn(certain), kind, asker)
					.values()
					.stream()
					.flatMap(List::stream)
					.sorted(Comparator.comparing((offer) -> offer.time().startsAt()))
					.toList();
	}

	private Map<Long, List<Offer>> offers(Collection<ConsultationSite> at, VisitKind kind, Asker asker, LocalDate from,
			LocalDate until) {
		var siteIds = at.stream().map(ConsultationSite::getId).toList();
		return siteIds.isEmpty() ? Map.of() : this.offers.bySite(this.slots.takenAt(siteIds, from, until), kind, asker);
	}

	/** From a day until the day before another. */
	private record Days(LocalDate from, LocalDate until) {
	}

}
