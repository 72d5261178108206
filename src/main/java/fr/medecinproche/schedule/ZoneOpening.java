package fr.medecinproche.schedule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.medecinproche.site.ConsultationSite;

/**
 * The same pattern at several sites, before anything is saved.
 *
 * @param sites each site and its plan, in the order of the names
 */
public record ZoneOpening(List<AtSite> sites) {

	public ZoneOpening {
		sites = List.copyOf(sites);
	}

	/**
	 * A site's part.
	 *
	 * @param site the site
	 * @param pattern what it is asked for
	 * @param plan what that makes
	 */
	public record AtSite(ConsultationSite site, OpeningPattern pattern, OpeningPlan plan) {

		/** How many half-days would be opened. */
		public int toOpen() {
			return this.plan.count(OpeningFate.TO_OPEN);
		}

		/** How many would be left out. */
		public int leftOut() {
			return this.plan.halfDays().size() - toOpen();
		}

	}

	public int toOpen() {
		return this.sites.stream().mapToInt(AtSite::toOpen).sum();
	}

	/**
	 * What tells it from that of a moment later.
	 * @return a short text, the same for the same plans
	 */
	public String digest() {
		var text = this.sites.stream()
			.map((each) -> each.site().getId() + ":" + each.plan().digest())
			.collect(Collectors.joining(";"));
		return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
	}

}
