package fr.medecinproche.site.proposal;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import fr.medecinproche.account.Secret;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.SiteRefusedException.Reason;
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
 * « Proposer un lieu »: a place somebody offers, until the agency decides. Who proposed
 * it is forgotten some time after.
 */
@Entity
class SiteProposal {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Enumerated(EnumType.STRING)
	private ProposalStatus status;

	@Embedded
	private ProposedPlace place;

	private String organisationKey;

	@Embedded
	private @Nullable Proposer proposer;

	private Locale locale;

	private @Nullable String linkHash;

	private @Nullable String question;

	private @Nullable String answer;

	@Column(updatable = false)
	private Instant sentAt;

	private @Nullable Instant confirmedAt;

	@Embedded
	private @Nullable Decision decision;

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
	SiteProposal(ProposedPlace place, Proposer who, Locale locale, Instant now) {
		this.status = ProposalStatus.SENT;
		this.place = place;
		this.organisationKey = place.key();
		this.proposer = who;
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

	void accept(long siteId, @Nullable Long author, Instant now) {
		decide(ProposalStatus.ACCEPTED, new Decision(now, author, siteId, null));
	}

	void decline(String reason, @Nullable Long author, Instant now) {
		decide(ProposalStatus.DECLINED, new Decision(now, author, null, reason));
	}

	private void decide(ProposalStatus next, Decision decision) {
		refuseUnlessOpen();
		this.status = next;
		this.decision = decision;
		this.linkHash = null;
	}

	void refuseUnlessOpen() {
		if (!this.status.isOpen()) {
			throw new SiteRefusedException(Reason.PROPOSAL_DECIDED);
		}
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public ProposalStatus getStatus() {
		return this.status;
	}

	public ProposedPlace getPlace() {
		return this.place;
	}

	/** Who proposed it, null once forgotten. */
	public @Nullable Proposer getProposer() {
		return this.proposer;
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

	/** What the agency decided, null until then. */
	public @Nullable Decision getDecision() {
		return this.decision;
	}

}
