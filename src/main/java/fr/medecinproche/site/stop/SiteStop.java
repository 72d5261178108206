package fr.medecinproche.site.stop;

import java.time.LocalDate;
import java.util.Objects;

import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.DayPart;
import fr.medecinproche.site.Place;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.SiteRefusedException.Reason;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.GeoPoint;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * Where an itinerant site stands on one half-day.
 */
@Entity
public class SiteStop {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(updatable = false)
	private long siteId;

	@Column(updatable = false)
	private LocalDate day;

	@Enumerated(EnumType.STRING)
	@Column(updatable = false)
	private DayPart period;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "commune")
	private Commune commune;

	private String address;

	private String postalCode;

	@Embedded
	private GeoPoint position;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected SiteStop() {
	}

	/**
	 * A stop.
	 * @param site an itinerant site
	 * @param day when
	 * @param period which half of the day
	 * @param where the place, in a commune of the site's zone
	 * @throws SiteRefusedException when the site does not travel, or not there
	 */
	@SuppressWarnings("NullAway.Init")
	SiteStop(ConsultationSite site, LocalDate day, DayPart period, StopPlace where) {
		this.siteId = site.getId();
		this.day = day;
		this.period = period;
		stand(site, where);
	}

	/**
	 * Stands elsewhere that half-day.
	 * @param site its site
	 * @param where the place, in a commune of the site's zone
	 * @throws SiteRefusedException when the site does not travel there
	 */
	final void stand(ConsultationSite site, StopPlace where) {
		var zone = where.commune().getZone();
		if (!site.isItinerant()) {
			throw new SiteRefusedException(Reason.NOT_ITINERANT);
		}
		if (zone == null || !zone.getSiren().equals(site.getZone().getSiren())) {
			throw new SiteRefusedException(Reason.STOP_OUTSIDE_ZONE);
		}
		this.commune = where.commune();
		this.address = where.address();
		this.postalCode = where.postalCode();
		this.position = where.position();
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public LocalDate getDay() {
		return this.day;
	}

	public DayPart getPeriod() {
		return this.period;
	}

	/**
	 * Where it is; its commune is loaded.
	 * @return the place
	 */
	public Place getPlace() {
		return new StopPlace(this.commune, this.address, this.postalCode, this.position).toPlace();
	}

	public Commune getCommune() {
		return this.commune;
	}

}
