package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.Duration;

import fr.medecinproche.indemnity.DisputeAnswered;
import fr.medecinproche.indemnity.GivenTime;
import fr.medecinproche.indemnity.Statement;
import fr.medecinproche.indemnity.StatementClosed;
import fr.medecinproche.indemnity.StatementReady;
import fr.medecinproche.indemnity.Statements;
import fr.medecinproche.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes to doctors about their month: thanks with the statement to check, once a month;
 * answers to what they disputed; the end of it.
 */
@Component
class IndemnityLetters {

	private static final Duration USEFUL = Duration.ofDays(30);

	private final Statements statements;

	private final GivenTime given;

	private final Volunteers volunteers;

	private final Outbox outbox;

	private final IndemnityWords words;

	private final Clock clock;

	IndemnityLetters(Statements statements, GivenTime given, Volunteers volunteers, Outbox outbox, IndemnityWords words,
			Clock clock) {
		this.statements = statements;
		this.given = given;
		this.volunteers = volunteers;
		this.outbox = outbox;
		this.words = words;
		this.clock = clock;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(StatementReady event) {
		var statement = this.statements.find(event.statementId(), null).orElseThrow();
		var month = this.given.of(statement.volunteerId(), statement.month(), statement.month());
		send(statement, month.isNothing() ? "IndemnityStatementEmpty" : "IndemnityStatementReady", "ready", month);
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(DisputeAnswered event) {
		var statement = this.statements.find(event.statementId(), null).orElseThrow();
		send(statement, "IndemnityDisputeAnswered", "answer:" + event.disputeId(), null);
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(StatementClosed event) {
		send(this.statements.find(event.statementId(), null).orElseThrow(), "IndemnityStatementClosed", "closed", null);
	}

	private void send(Statement statement, String kind, String what, GivenTime.@Nullable Given given) {
		var doctor = this.volunteers.findById(statement.volunteerId()).orElseThrow();
		var account = doctor.getAccount();
		var envelope = new Envelope("indemnity:%d:%s".formatted(statement.id(), what), account.email().value(),
				account.locale(), this.clock.instant().plus(USEFUL));
		this.outbox.enqueue(this.words.letter(envelope, kind, doctor.getTitle(), statement, given));
	}

}
