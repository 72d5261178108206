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
 * What agents do with sites. A perimeter narrows every call: a site outside it is not
 * found.
 */
@Service
@Transactional
public class SiteService {

	private final ConsultationSites sites;

	private final SiteCourse course;

	private final SiteEdits edits;

	private final SiteAgenda agenda;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SiteService(ConsultationSites sites, SiteCourse course, SiteEdits edits, SiteAgenda agenda,
			ApplicationEventPublisher events, Clock clock) {
		this.sites = sites;
		this.edits = edits;
		this.agenda = agenda;
		this.course = course;
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
		return this.course.begin(new ConsultationSite(freeSlug(description), description, demo, this.clock));
	}

	/**
	 * Creates a site that is only known of.
	 * @param description what is known
	 * @return the site
	 * @throws SiteRefusedException when it cannot be
	 */
	public ConsultationSite identify(SiteDescription description) {
		return this.course.begin(ConsultationSite.identified(freeSlug(description), description, this.clock));
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
	 * @throws SiteRefusedException when it cannot be, or somebody else described it anew
	 * meanwhile
	 */
	public Optional<ConsultationSite> describe(long id, @Nullable String perimeter, int version,
			SiteDescription description) {
		return change(id, perimeter, (site) -> {
			if (this.edits.isEditedSince(id, version)) {
				throw new SiteRefusedException(Reason.CHANGED_MEANWHILE);
			}
			if (site.isItinerant() && description.kind() != SiteKind.MEDICOBUS && this.edits.hasComingStops(id)) {
				throw new SiteRefusedException(Reason.HAS_STOPS);
			}
			var before = site.getDescription().texts();
			site.describe(description);
			this.edits.keep(site, before);
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

	/**
	 * Begins to prepare a site that is known of, or that was ready.
	 * @param id the site
	 * @param perimeter what the agent sees, null for everything
	 * @return the site, or empty when the agent has none of that number
	 * @throws SiteRefusedException when no step leads there
	 */
	public Optional<ConsultationSite> prepare(long id, @Nullable String perimeter) {
		return move(id, perimeter, SiteStatus.PREPARING);
	}

	/**
	 * Declares that nothing is missing.
	 * @param id the site
	 * @param perimeter what the agent sees, null for everything
	 * @return the site, or empty when the agent has none of that number
	 * @throws SiteRefusedException when something is, or no step leads there
	 */
	public Optional<ConsultationSite> declareReady(long id, @Nullable String perimeter) {
		return move(id, perimeter, SiteStatus.READY);
	}

	/**
	 * Lets doctors and patients come.
	 * @param id the site
	 * @param perimeter what the agent sees, null for everything
	 * @return the site, or empty when the agent has none of that number
	 * @throws SiteRefusedException when it is neither ready nor suspended
	 */
	public Optional<ConsultationSite> open(long id, @Nullable String perimeter) {
		return move(id, perimeter, SiteStatus.OPEN);
	}

	/**
	 * Pauses a site: no new half-day, no new appointment; what is agreed stands.
	 * @param id the site
	 * @param perimeter what the agent sees, null for everything
	 * @return the site, or empty when the agent has none of that number
	 * @throws SiteRefusedException when it is not open
	 */
	public Optional<ConsultationSite> suspend(long id, @Nullable String perimeter) {
		return move(id, perimeter, SiteStatus.SUSPENDED);
	}

	/**
	 * Closes a site for good; its coming half-days are closed by those who listen to
	 * {@link SiteClosed}.
	 * @param id the site
	 * @param perimeter what the agent sees, null for everything
	 * @param seen what the agent was told would be undone
	 * @return the site, or empty when the agent has none of that number
	 * @throws SiteRefusedException when it is closed already, or more would be undone by
	 * now than was seen
	 */
	public Optional<ConsultationSite> close(long id, @Nullable String perimeter, ComingVisits seen) {
		var closed = change(id, perimeter, (site) -> {
			if (this.agenda.lock(id).exceeds(seen)) {
				throw new SiteRefusedException(Reason.MORE_EXPECTED);
			}
			this.course.move(site, SiteStatus.CLOSED);
		});
		closed.ifPresent((site) -> this.events.publishEvent(new SiteClosed(id)));
		return closed;
	}

	private Optional<ConsultationSite> move(long id, @Nullable String perimeter, SiteStatus next) {
		return change(id, perimeter, (site) -> this.course.move(site, next));
	}

	private Optional<ConsultationSite> change(long id, @Nullable String perimeter, Consumer<ConsultationSite> act) {
		var found = this.sites.findById(id, perimeter);
		found.ifPresent(act);
		return found;
	}

}
