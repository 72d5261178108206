package fr.medecinproche.site;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * Where volunteers consult: a place in a commune of a priority intercommunalité.
 */
@Entity
public class ConsultationSite extends DescribedSite {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(updatable = false)
	private String slug;

	@Enumerated(EnumType.STRING)
	private SiteStatus status;

	private Instant statusSince;

	@Embedded
	private BookingRules bookingRules = BookingRules.USUAL;

	@Column(updatable = false)
	private boolean demo;

	@Column(updatable = false)
	private Instant createdAt;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected ConsultationSite() {
	}

	/**
	 * A site in preparation.
	 * @param slug its public address, unique
	 * @param description all the rest
	 * @param demo whether it was invented for a demonstration
	 * @param clock tells when it was created
	 * @throws SiteRefusedException when its commune is in no priority zone, or its hours
	 * are out of order
	 */
	public ConsultationSite(String slug, SiteDescription description, boolean demo, Clock clock) {
		this(slug, description, SiteStatus.PREPARING, demo, clock);
	}

	@SuppressWarnings("NullAway.Init")
	private ConsultationSite(String slug, SiteDescription description, SiteStatus status, boolean demo, Clock clock) {
		this.slug = slug;
		this.status = status;
		this.demo = demo;
		this.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
		this.statusSince = this.createdAt;
		describe(description);
	}

	/**
	 * A site that is known of: somebody proposed it, nobody prepares it yet.
	 * @param slug its public address, unique
	 * @param description all the rest
	 * @param clock tells when it was created
	 * @return the site
	 * @throws SiteRefusedException as the constructor
	 */
	static ConsultationSite identified(String slug, SiteDescription description, Clock clock) {
		return new ConsultationSite(slug, description, SiteStatus.IDENTIFIED, false, clock);
	}

	/**
	 * Decides how its times are booked; holds and appointments there are stay.
	 * @param rules how many times are kept for whom, and until when patients change
	 * theirs
	 */
	public void bookBy(BookingRules rules) {
		this.bookingRules = rules;
	}

	/**
	 * Moves along by one step. Where doctors may come is the database's to check too.
	 * @param next where the site will stand
	 * @param clock tells since when
	 * @throws SiteRefusedException when no step leads there
	 */
	void moveTo(SiteStatus next, Clock clock) {
		this.status = this.status.next(next);
		this.statusSince = clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public String getSlug() {
		return this.slug;
	}

	public SiteStatus getStatus() {
		return this.status;
	}

	/**
	 * Since when the site stands where it stands.
	 * @return the instant of its latest move
	 */
	public Instant getStatusSince() {
		return this.statusSince;
	}

	public BookingRules getBookingRules() {
		return this.bookingRules;
	}

	public boolean isDemo() {
		return this.demo;
	}

	public int getVersion() {
		return this.version;
	}

}
