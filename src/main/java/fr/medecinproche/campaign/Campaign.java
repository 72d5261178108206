package fr.medecinproche.campaign;

import java.time.Instant;
import java.util.Objects;

import fr.medecinproche.campaign.CampaignRefusedException.Reason;
import fr.medecinproche.territory.Intercommunalite;
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
 * A call for solidarity: doctors are asked by mail to take half-days of a zone within a
 * period, the nearest first, until as many are taken as are needed. Whoever changes it
 * has locked it, after doctors and half-days; a draft, after {@link Campaigns#alone}.
 */
@Entity
public class Campaign {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "zone", updatable = false)
	private Intercommunalite zone;

	@Embedded
	private CampaignSpan span;

	private short wanted;

	@Embedded
	private CampaignReach reach;

	@Embedded
	private CampaignText text;

	@Enumerated(EnumType.STRING)
	private CampaignStatus status;

	@Column(updatable = false)
	private Long createdBy;

	@Column(updatable = false)
	private Instant createdAt;

	private @Nullable Instant startedAt;

	private @Nullable Instant lookAt;

	private @Nullable Instant endedAt;

	@Column(updatable = false)
	private @Nullable Long resumes;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected Campaign() {
	}

	/**
	 * Prepares a call; nobody is written to.
	 * @param zone where doctors are missing
	 * @param span when
	 * @param plan how many half-days, whom to ask, and what to say
	 * @param agentId who prepares it
	 * @param now the present
	 */
	Campaign(Intercommunalite zone, CampaignSpan span, CampaignPlan plan, long agentId, Instant now) {
		this.zone = zone;
		this.span = span;
		this.wanted = plan.wanted();
		this.reach = plan.reach();
		this.text = plan.text();
		this.status = CampaignStatus.DRAFT;
		this.createdBy = agentId;
		this.createdAt = now;
	}

	/**
	 * Prepares to go on where the need was met and is not any more.
	 * @param met the call that has ended
	 * @param plan how many half-days are missing, whom to ask, and what to say
	 * @param agentId who prepares it
	 * @param now the present
	 * @return a draft
	 */
	static Campaign resuming(Campaign met, CampaignPlan plan, long agentId, Instant now) {
		var campaign = new Campaign(met.zone, met.span, plan, agentId, now);
		campaign.resumes = met.getId();
		return campaign;
	}

	/**
	 * Changes what has not been sent.
	 * @param plan how many half-days, whom to ask, and what to say
	 * @throws CampaignRefusedException once it has begun
	 */
	void replan(CampaignPlan plan) {
		refuseOnceBegun();
		this.wanted = plan.wanted();
		this.reach = plan.reach();
		this.text = plan.text();
	}

	/** Makes sure that nobody has been written to. */
	void refuseOnceBegun() {
		if (this.status != CampaignStatus.DRAFT) {
			throw new CampaignRefusedException(Reason.BEGUN);
		}
	}

	/**
	 * Begins.
	 * @param now the present
	 */
	void start(Instant now) {
		refuseOnceBegun();
		this.status = CampaignStatus.RUNNING;
		this.startedAt = now;
		this.lookAt = now;
	}

	/**
	 * Whether it runs and there is something to do.
	 * @param now the present
	 */
	boolean isDueAt(Instant now) {
		return this.status == CampaignStatus.RUNNING && this.lookAt != null && !this.lookAt.isAfter(now);
	}

	/**
	 * Says when the next doctors are written to.
	 * @param at an instant to come
	 */
	void lookAgain(Instant at) {
		this.lookAt = at;
	}

	/**
	 * Ends it; what has ended stays as it is.
	 * @param how why
	 * @param now the present
	 * @return whether it was running
	 */
	boolean end(CampaignStatus how, Instant now) {
		if (this.status != CampaignStatus.RUNNING) {
			return false;
		}
		this.status = how;
		this.endedAt = now;
		return true;
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public Intercommunalite getZone() {
		return this.zone;
	}

	public CampaignSpan getSpan() {
		return this.span;
	}

	public int getWanted() {
		return this.wanted;
	}

	public CampaignReach getReach() {
		return this.reach;
	}

	public CampaignText getText() {
		return this.text;
	}

	public CampaignStatus getStatus() {
		return this.status;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	/** The call this one resumes, if it does. */
	public @Nullable Long getResumes() {
		return this.resumes;
	}

	public @Nullable Instant getStartedAt() {
		return this.startedAt;
	}

	public @Nullable Instant getLookAt() {
		return this.lookAt;
	}

	public @Nullable Instant getEndedAt() {
		return this.endedAt;
	}

}
