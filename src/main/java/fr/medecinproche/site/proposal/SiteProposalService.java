package fr.medecinproche.site.proposal;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.account.Secret;
import fr.medecinproche.site.Author;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ProposalNews;
import fr.medecinproche.site.ProposalNews.Kind;
import fr.medecinproche.site.SiteJournal;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.SiteRefusedException.Reason;
import fr.medecinproche.site.SiteService;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * « Proposer un lieu »: anybody proposes, confirms by a link in a mail, and an agent
 * decides.
 */
@Service
@Transactional
class SiteProposalService {

	/** More places of one address in a day than this, and somebody plays. */
	private static final int A_DAY = 5;

	private final SiteProposals proposals;

	private final SiteService sites;

	private final SiteJournal journal;

	private final Author author;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SiteProposalService(SiteProposals proposals, SiteService sites, SiteJournal journal, Author author,
			ApplicationEventPublisher events, Clock clock) {
		this.proposals = proposals;
		this.sites = sites;
		this.journal = journal;
		this.author = author;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps a proposal and sends its link. The same place proposed again by the same
	 * person is the same proposal; as long as it is not confirmed, a new link is sent.
	 * @param place what is offered
	 * @param who who offers it
	 * @param locale the language of their letters
	 * @throws SiteRefusedException when too much was proposed from that address today
	 */
	public void propose(ProposedPlace place, Proposer who, Locale locale) {
		var now = this.clock.instant();
		var email = who.email().value();
		var known = this.proposals.underWay(place.commune().getInsee(), place.key(), email);
		if (known.isEmpty() && this.proposals.sentBy(email, now.minus(Duration.ofDays(1))) >= A_DAY) {
			throw new SiteRefusedException(Reason.TOO_MANY_PROPOSALS);
		}
		var proposal = known.orElseGet(() -> this.proposals.save(new SiteProposal(place, who, locale, now)));
		if (proposal.getStatus() == ProposalStatus.SENT) {
			write(proposal, Kind.SENT, "", proposal.link());
		}
		this.proposals.flush();
	}

	/**
	 * Confirms that the address is right: the agency may read the proposal.
	 * @param link what the mail carries
	 * @return the proposal, or empty when there is none any more
	 */
	public Optional<SiteProposal> confirm(Secret link) {
		var found = this.proposals.findByLink(link.hash());
		found.ifPresent((proposal) -> proposal.confirm(this.clock.instant()));
		return found;
	}

	/**
	 * Answers the agency's question.
	 * @param link what the mail carries
	 * @param answer the answer
	 * @return the proposal, or empty when there is none any more
	 * @throws SiteRefusedException when nothing is asked
	 */
	public Optional<SiteProposal> answer(Secret link, String answer) {
		var found = this.proposals.findByLink(link.hash());
		found.ifPresent((proposal) -> proposal.answer(answer));
		return found;
	}

	/**
	 * Asks the person a question by mail.
	 * @param id the proposal
	 * @param perimeter what the agent sees, null for everything
	 * @param question the question
	 * @return the proposal, or empty when the agent has none of that number
	 * @throws SiteRefusedException when it is decided
	 */
	public Optional<SiteProposal> ask(long id, @Nullable String perimeter, String question) {
		var found = locked(id, perimeter);
		found.ifPresent((proposal) -> {
			proposal.ask(question);
			write(proposal, Kind.ASKED, question, proposal.link());
			note("proposal-asked", proposal);
		});
		return found;
	}

	/**
	 * Accepts it: a site is known of, with what the proposal said.
	 * @param id the proposal
	 * @param perimeter what the agent sees, null for everything
	 * @param publicPhone the number patients will call, which everybody reads
	 * @return the site, or empty when the agent has none of that number
	 * @throws SiteRefusedException when it is decided, or its commune is in no priority
	 * zone
	 */
	public Optional<ConsultationSite> accept(long id, @Nullable String perimeter, PhoneNumber publicPhone) {
		return locked(id, perimeter).map((proposal) -> {
			proposal.refuseUnlessOpen();
			var site = this.sites.identify(proposal.getPlace().described(publicPhone));
			proposal.accept(site.getId(), this.author.id(), this.clock.instant());
			write(proposal, Kind.ACCEPTED, "", null);
			note("proposal-accepted", proposal);
			return site;
		});
	}

	/**
	 * Declines it, with a reason the person reads.
	 * @param id the proposal
	 * @param perimeter what the agent sees, null for everything
	 * @param reason why
	 * @return the proposal, or empty when the agent has none of that number
	 * @throws SiteRefusedException when it is decided
	 */
	public Optional<SiteProposal> decline(long id, @Nullable String perimeter, String reason) {
		var found = locked(id, perimeter);
		found.ifPresent((proposal) -> {
			proposal.decline(reason, this.author.id(), this.clock.instant());
			write(proposal, Kind.DECLINED, reason, null);
			note("proposal-declined", proposal);
		});
		return found;
	}

	/** Of two agents who decide, the second reads what the first decided. */
	private Optional<SiteProposal> locked(long id, @Nullable String perimeter) {
		this.proposals.lock(id);
		return this.proposals.findById(id, perimeter);
	}

	private void note(String action, SiteProposal proposal) {
		this.journal.note(action, proposal.getId(), proposal.getPlace().organisation(), proposal.getPlace().commune(),
				null);
	}

	private void write(SiteProposal proposal, Kind kind, String text, @Nullable Secret link) {
		var who = Objects.requireNonNull(proposal.getProposer());
		this.events.publishEvent(new ProposalNews(proposal.getId(), kind, who.email().value(), who.name(),
				proposal.getPlace().organisation(), text, (link != null) ? link.value() : null, proposal.getLocale()));
	}

}
