package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Duration;

import fr.medecinproche.site.ProposalNews;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes to those who propose a place.
 */
@Component
class ProposalLetters {

	/** How many an address gets in a day: anybody can type anybody's. */
	private static final int A_DAY = 5;

	private static final Duration USEFUL = Duration.ofDays(7);

	private final Outbox outbox;

	private final LetterWriter writer;

	private final Clock clock;

	ProposalLetters(Outbox outbox, LetterWriter writer, Clock clock) {
		this.outbox = outbox;
		this.writer = writer;
		this.clock = clock;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(ProposalNews news) {
		var now = this.clock.instant();
		if (news.kind() == ProposalNews.Kind.SENT
				&& this.outbox.countTo(news.email(), "proposal:%", now.minus(Duration.ofDays(1))) >= A_DAY) {
			return;
		}
		var key = "proposal:%d:%s:%d".formatted(news.proposalId(), news.kind(), now.toEpochMilli());
		this.outbox.enqueue(
				this.writer.mail(new Envelope(key, news.email(), news.locale(), now.plus(USEFUL)), notice(news), null));
	}

	private static Notice notice(ProposalNews news) {
		var kind = switch (news.kind()) {
			case SENT -> "PlaceProposalSent";
			case ASKED -> "PlaceProposalAsked";
			case ACCEPTED -> "PlaceProposalAccepted";
			case DECLINED -> "PlaceProposalDeclined";
		};
		var notice = Notice.of(kind, news.proposer(), news.organisation(), news.text());
		return (news.link() != null) ? notice.leadingTo("/proposer-un-lieu/suite/" + news.link()) : notice;
	}

}
