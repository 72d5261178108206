package fr.medecinproche.site;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.account.Secret;
import fr.medecinproche.site.SiteRefusedException.Reason;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.FoldedName;
import jakarta.persistence.Column;
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
 * « Proposer un lieu »: a place somebody offers, until the agency decides. Who proposed
 * it is forgotten some time after.
 */
@Entity
public class SiteProposal {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Enumerated(EnumType.STRING)
	private ProposalStatus status;

	private String organisation;

	private String organisationKey;

	@Enumerated(EnumType.STRING)
	private SiteKind kind;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "commune")
	private Commune commune;

	private @Nullable String address;

	private String equipment;

	private boolean stepFree;

	private boolean secretary;

	private boolean lodging;

	private @Nullable String message;

	private @Nullable String proposer;

	private @Nullable String role;

	private @Nullable String email;

	private @Nullable String phone;

	private Locale locale;

	private @Nullable String linkHash;

	private @Nullable String question;

	private @Nullable String answer;

	@Column(updatable = false)
	private Instant sentAt;

	private @Nullable Instant confirmedAt;

	private @Nullable Instant decidedAt;

	private @Nullable Long decidedBy;

	private @Nullable String reason;

	private @Nullable Long siteId;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected SiteProposal() {
	}

	/**
	 * A proposal nobody has confirmed yet.
	 * @param place what is offered
	 * @param who who offers it
	 * @param locale the language of their letters
	 * @param now the present
	 */
	@SuppressWarnings("NullAway.Init")
	SiteProposal(ProposedPlace place, Proposer who, Locale locale, Instant now) {
		this.status = ProposalStatus.SENT;
		this.organisation = place.organisation();
		this.organisationKey = FoldedName.of(place.organisation()).value();
		this.kind = place.kind();
		this.commune = place.commune();
		this.address = place.address();
		this.equipment = place.equipment().stream().sorted().map(Equipment::name).collect(Collectors.joining(","));
		this.stepFree = place.stepFree();
		this.secretary = place.secretary();
		this.lodging = place.lodging();
		this.message = place.message();
		this.proposer = who.name();
		this.role = who.role();
		this.email = who.email().value();
		this.phone = who.phone().e164();
		this.locale = locale;
		this.sentAt = now;
	}

	/** A new link: the former one leads nowhere. */
	Secret link() {
		var secret = Secret.random();
		this.linkHash = secret.hash();
		return secret;
	}

	/** The address is right: the agency may read it. */
	void confirm(Instant now) {
		if (this.status == ProposalStatus.SENT) {
			this.status = ProposalStatus.TO_REVIEW;
			this.confirmedAt = now;
		}
	}

	void ask(String question) {
		refuseUnlessOpen();
		this.status = ProposalStatus.ASKED;
		this.question = question;
		this.answer = null;
	}

	void answer(String answer) {
		if (this.status != ProposalStatus.ASKED) {
			throw new SiteRefusedException(Reason.PROPOSAL_DECIDED);
		}
		this.status = ProposalStatus.TO_REVIEW;
		this.answer = answer;
	}

	void accept(ConsultationSite site, @Nullable Long author, Instant now) {
		decide(ProposalStatus.ACCEPTED, author, now);
		this.siteId = site.getId();
	}

	void decline(String reason, @Nullable Long author, Instant now) {
		decide(ProposalStatus.DECLINED, author, now);
		this.reason = reason;
	}

	private void decide(ProposalStatus decision, @Nullable Long author, Instant now) {
		refuseUnlessOpen();
		this.status = decision;
		this.decidedAt = now;
		this.decidedBy = author;
		this.linkHash = null;
	}

	void refuseUnlessOpen() {
		if (!this.status.isOpen()) {
			throw new SiteRefusedException(Reason.PROPOSAL_DECIDED);
		}
	}

	/** The site it becomes; its phone is the proposer's until somebody says another. */
	SiteDescription description() {
		return new SiteDescription(this.organisation, this.kind,
				(this.address != null) ? this.address : this.commune.getNom(), this.commune.getPostalCodes().getFirst(),
				this.commune, this.commune.getPosition(), 1, new PhoneNumber(Objects.requireNonNull(this.phone)),
				this.stepFree, this.secretary, this.lodging, getEquipment(), ConsultationHours.USUAL, null,
				HowToCome.UNSAID, null);
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public ProposalStatus getStatus() {
		return this.status;
	}

	public String getOrganisation() {
		return this.organisation;
	}

	public SiteKind getKind() {
		return this.kind;
	}

	public Commune getCommune() {
		return this.commune;
	}

	/**
	 * Whether the commune is in a priority zone today: only then can it become a site.
	 * @return false for a place kept for later
	 */
	public boolean isInPriorityZone() {
		var zone = this.commune.getZone();
		return zone != null && zone.isPriority();
	}

	public @Nullable String getAddress() {
		return this.address;
	}

	public Set<Equipment> getEquipment() {
		return this.equipment.isEmpty() ? EnumSet.noneOf(Equipment.class)
				: Arrays.stream(this.equipment.split(","))
					.map(Equipment::valueOf)
					.collect(Collectors.toCollection(() -> EnumSet.noneOf(Equipment.class)));
	}

	public boolean isStepFree() {
		return this.stepFree;
	}

	public boolean hasSecretary() {
		return this.secretary;
	}

	public boolean hasLodging() {
		return this.lodging;
	}

	public @Nullable String getMessage() {
		return this.message;
	}

	/** Who proposed it, null once forgotten. */
	public @Nullable String getProposer() {
		return this.proposer;
	}

	public @Nullable String getRole() {
		return this.role;
	}

	public @Nullable String getEmail() {
		return this.email;
	}

	/** Where they are called, null once forgotten. */
	public @Nullable PhoneNumber getPhone() {
		return (this.phone != null) ? new PhoneNumber(this.phone) : null;
	}

	public Locale getLocale() {
		return this.locale;
	}

	public @Nullable String getQuestion() {
		return this.question;
	}

	public @Nullable String getAnswer() {
		return this.answer;
	}

	public Instant getSentAt() {
		return this.sentAt;
	}

	public @Nullable String getReason() {
		return this.reason;
	}

	public @Nullable Long getSiteId() {
		return this.siteId;
	}

}
