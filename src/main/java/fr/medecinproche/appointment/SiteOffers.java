package fr.medecinproche.appointment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.Place;
import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.volunteer.Volunteer;
import org.jspecify.annotations.Nullable;

/**
 * A site near somebody, and when they may be seen there.
 *
 * @param site the site
 * @param place where one is received there: of an itinerant site, one of its stops
 * @param distance as the crow flies, in kilometres
 * @param next the next free times, none when nothing is free
 */
public record SiteOffers(ConsultationSite site, Place place, double distance, List<Offer> next) {

	/**
	 * What a site offers somebody.
	 * @param site the site
	 * @param offers its free times, in the order of time
	 * @param home where somebody lives
	 * @param radius how far they go, in kilometres
	 * @return one for a site that stands; for one that travels, one for each stop within
	 * reach
	 */
	static Stream<SiteOffers> of(ConsultationSite site, List<Offer> offers, GeoPoint home, double radius) {
		var byPlace = new LinkedHashMap<Place, List<Offer>>();
		if (!site.isItinerant() || offers.isEmpty()) {
			byPlace.put(site.getPlace(), offers);
		}
		else {
			offers.forEach((offer) -> byPlace.computeIfAbsent(offer.slot().getPlace(), (place) -> new ArrayList<>())
				.add(offer));
		}
		return byPlace.entrySet()
			.stream()
			.map((entry) -> new SiteOffers(site, entry.getKey(), entry.getKey().position().distanceTo(home),
					entry.getValue()))
			.filter((near) -> near.distance() <= radius);
	}

	/**
	 * What tells it from the others of a page.
	 * @return the number of the site and, where it travels, the commune and the address
	 */
	public String key() {
		return this.site.isItinerant()
				? this.site.getId() + "-" + this.place.commune() + "-" + Integer.toHexString(this.place.hashCode())
				: String.valueOf(this.site.getId());
	}

	/** When one is received first, null when nothing is free. */
	@Nullable Instant first() {
		return this.next.isEmpty() ? null : this.next.getFirst().time().startsAt();
	}

	SiteOffers suiting(SearchFilter filter) {
		return new SiteOffers(this.site, this.place, this.distance,
				this.next.stream().filter(filter::accepts).toList());
	}

	SiteOffers limited(int most) {
		return new SiteOffers(this.site, this.place, this.distance, this.next.stream().limit(most).toList());
	}

	/**
	 * The doctors of these times, those of the first times first.
	 * @return each doctor once
	 */
	public List<Volunteer> doctors() {
		return this.next.stream()
			.map((offer) -> offer.slot().getVolunteer())
			.filter(Objects::nonNull)
			.collect(Collectors.toMap(Volunteer::getId, Function.identity(), (one, same) -> one, LinkedHashMap::new))
			.values()
			.stream()
			.toList();
	}

}
