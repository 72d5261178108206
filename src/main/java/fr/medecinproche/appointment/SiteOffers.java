package fr.medecinproche.appointment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.volunteer.Volunteer;
import org.jspecify.annotations.Nullable;

/**
 * A site near somebody, and when they may be seen there.
 *
 * @param site the site
 * @param distance as the crow flies, in kilometres
 * @param next the next free times, none when nothing is free
 */
public record SiteOffers(ConsultationSite site, double distance, List<Offer> next) {

	/** When one is received first, null when nothing is free. */
	@Nullable Instant first() {
		return this.next.isEmpty() ? null : this.next.getFirst().time().startsAt();
	}

	SiteOffers suiting(SearchFilter filter) {
		return new SiteOffers(this.site, this.distance, this.next.stream().filter(filter::accepts).toList());
	}

	SiteOffers limited(int most) {
		return new SiteOffers(this.site, this.distance, this.next.stream().limit(most).toList());
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
