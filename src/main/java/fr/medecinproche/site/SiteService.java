package fr.medecinproche.site;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import fr.medecinproche.site.SiteRefusedException.Reason;
import fr.medecinproche.territory.FoldedName;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents do with sites. A department narrows every call: a site outside it is not
 * found.
 */
@Service
@Transactional
public class SiteService {

	private final ConsultationSites sites;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SiteService(ConsultationSites sites, ApplicationEventPublisher events, Clock clock) {
		this.sites = sites;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Creates a site in preparation.
	 * @param description all that is known of it
	 * @param demo whether it was invented for a demonstration
	 * @return the site
	 * @throws SiteRefusedException when it cannot be
	 */
	public ConsultationSite create(SiteDescription description, boolean demo) {
		return this.sites.save(new ConsultationSite(freeSlug(description), description, demo, this.clock));
	}

	/** A readable public address: the name, its commune if need be, then a number. */
	private String freeSlug(SiteDescription description) {
		var words = FoldedName.of(description.nom() + " " + description.commune().getNom()).value();
		var stem = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		stem = stem.substring(0, Math.min(70, stem.length()));
		var slug = stem;
		for (int n = 2; this.sites.existsBySlug(slug); n++) {
			slug = stem + "-" + n;
		}
		return slug;
	}

	/**
	 * Says anew what a site is.
	 * @param id the site
	 * @param perimeter what the agent sees, null for everything
	 * @param version the version the agent saw
	 * @param description all that is said of it
	 * @return the site, or empty when the agent has none of that number
	 * @throws SiteRefusedException when it cannot be, or somebody else changed it
	 * meanwhile
	 */
	public Optional<ConsultationSite> describe(long id, @Nullable String perimeter, int version,
			SiteDescription description) {
		return change(id, perimeter, (site) -> {
			if (site.getVersion() != version) {
				throw new SiteRefusedException(Reason.CHANGED_MEANWHILE);
			}
			site.describe(description);
		});
	}

	/**
	 * Decides how the times of a site are booked.
	 * @param id the site
	 * @param perimeter what the agent sees, null for everything
	 * @param rules how many times are kept for whom, and until when patients change
	 * theirs
	 * @return the site, or empty when the agent has none of that number
	 */
	public Optional<ConsultationSite> bookBy(long id, @Nullable String perimeter, BookingRules rules) {
		return change(id, perimeter, (site) -> site.bookBy(rules));
	}

	public Optional<ConsultationSite> open(long id, @Nullable String perimeter) {
		return change(id, perimeter, ConsultationSite::open);
	}

	public Optional<ConsultationSite> suspend(long id, @Nullable String perimeter) {
		return change(id, perimeter, ConsultationSite::suspend);
	}

	/**
	 * Closes a site for good; its coming half-days are closed by those who listen to
	 * {@link SiteClosed}.
	 * @param id the site
	 * @param perimeter what the agent sees, null for everything
	 * @return the site, or empty when the agent has none of that number
	 */
	public Optional<ConsultationSite> close(long id, @Nullable String perimeter) {
		return change(id, perimeter, (site) -> {
			site.close();
			this.events.publishEvent(new SiteClosed(id));
		});
	}

	private Optional<ConsultationSite> change(long id, @Nullable String perimeter, Consumer<ConsultationSite> act) {
		var found = this.sites.findById(id, perimeter);
		found.ifPresent(act);
		return found;
	}

}
