package fr.medecinproche.site;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * One step of a site's life: from where to where, when, and by whom.
 */
@Entity
class SiteMove {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(updatable = false)
	private long siteId;

	@Enumerated(EnumType.STRING)
	@Column(updatable = false)
	private @Nullable SiteStatus fromStatus;

	@Enumerated(EnumType.STRING)
	@Column(updatable = false)
	private SiteStatus toStatus;

	@Column(updatable = false)
	private @Nullable Long authorId;

	@Column(updatable = false)
	private Instant movedAt;

	@SuppressWarnings("NullAway.Init")
	protected SiteMove() {
	}

	/**
	 * Notes where a site stands now.
	 * @param site the site, after the step
	 * @param from where it stood, null when it was just created
	 * @param author the account of whoever did it, null for the machine
	 */
	SiteMove(ConsultationSite site, @Nullable SiteStatus from, @Nullable Long author) {
		this.siteId = site.getId();
		this.fromStatus = from;
		this.toStatus = site.getStatus();
		this.authorId = author;
		this.movedAt = site.getStatusSince();
	}

}
