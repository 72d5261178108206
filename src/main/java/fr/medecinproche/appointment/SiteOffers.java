package fr.medecinproche.appointment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.volunteer.Volunteer;

/**
 * A site near somebody, and when they may be seen there.
 *
 * @param site the site
 * @param distance as the crow flies, in kilometres
 * @param next the next free times, none when nothing is free
 */
public record SiteOffers(ConsultationSite site, double distance, List<Offer> next) {

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
