package fr.medecinproche.indemnity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;

import fr.medecinproche.indemnity.Dispute.Outcome;
import fr.medecinproche.indemnity.IndemnityRefusedException.Reason;
import fr.medecinproche.schedule.HalfDay;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a doctor finds wrong in a statement, and what the agency makes of it. A statement
 * is neither confirmed nor closed meanwhile.
 */
@Service
@Transactional
public class DisputeService {

	private final JdbcClient jdbc;

	private final OpenStatements open;

	private final Statements statements;

	private final DisputedLines lines;

	private final IndemnityActs acts;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DisputeService(JdbcClient jdbc, OpenStatements open, Statements statements, DisputedLines lines, IndemnityActs acts,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.open = open;
		this.statements = statements;
		this.lines = lines;
		this.acts = acts;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The doctor disputes a half-day of a statement, or misses one in it.
	 * @param volunteerId whose statement
	 * @param month which
	 * @param complaint what is wrong
	 * @param accountId the doctor's account
	 * @throws IndemnityRefusedException when the statement is not ready or closed, or
	 * that half-day is disputed already, not in it, or not missing
	 */
	public void raise(long volunteerId, YearMonth month, Complaint complaint, long accountId) {
		var drawnUp = this.statements.of(volunteerId, month);
		if (drawnUp.id() == null) {
			throw new IndemnityRefusedException(Reason.NOT_READY);
		}
		this.open.lock(drawnUp.id());
		var statement = this.statements.of(volunteerId, month);
		var refusal = refusal(statement, complaint);
		if (refusal != null) {
			throw new IndemnityRefusedException(refusal);
		}
		this.jdbc.sql("""
				insert into indemnity_dispute (statement_id, day, period, reason, comment, raised_by, raised_at)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(statement.id(), complaint.halfDay().day(), complaint.halfDay().period().name(),
					complaint.reason().name(), complaint.comment(), accountId, OffsetDateTime.now(this.clock))
			.update();
		this.open.changed(drawnUp.id());
	}

	private static @Nullable Reason refusal(Statement statement, Complaint complaint) {
		boolean missing = complaint.reason() == Dispute.Reason.MISSING;
		boolean there = statement.has(complaint.halfDay());
		if (statement.readyAt() == null) {
			return Reason.NOT_READY;
		}
		if (statement.isDisputed(complaint.halfDay())) {
			return Reason.ALREADY_DISPUTED;
		}
		if (missing && there) {
			return Reason.NOT_MISSING;
		}
		boolean elsewhere = missing ? !complaint.halfDay().month().equals(statement.month()) : !there;
		return elsewhere ? Reason.NOT_IN_STATEMENT : null;
	}

	/**
	 * The agency answers. When it agrees, the line is withdrawn, entered or set to the
	 * amount owed, as far as the ledger can do so.
	 * @param disputeId which
	 * @param outcome what comes of it
	 * @param answer what the doctor reads, which must be said when nothing changes
	 * @param agentId who answers
	 * @throws IndemnityRefusedException when it was answered already, or the half-day
	 * said to be missing is in no calendar
	 */
	public void answer(long disputeId, Outcome outcome, @Nullable String answer, long agentId) {
		long statementId = this.jdbc.sql("select statement_id from indemnity_dispute where id = ?")
			.param(disputeId)
			.query(Long.class)
			.single();
		this.open.lock(statementId);
		var statement = this.statements.find(statementId, null).orElseThrow();
		var dispute = statement.disputes()
			.stream()
			.filter((each) -> each.id() == disputeId && each.isOpen())
			.findFirst()
			.orElseThrow(() -> new IndemnityRefusedException(Reason.ALREADY_ANSWERED));
		if (outcome == Outcome.CORRECTED) {
			this.lines.correct(statement, dispute, agentId);
			this.open.changed(statementId);
		}
		this.jdbc.sql("""
				update indemnity_dispute set outcome = ?, answer = ?, answered_by = ?, answered_at = ? where id = ?""")
			.params(outcome.name(), answer, agentId, OffsetDateTime.now(this.clock), disputeId)
			.update();
		this.acts.answered(disputeId);
		this.events.publishEvent(new DisputeAnswered(statementId, disputeId));
	}

	/**
	 * What a doctor says is wrong.
	 *
	 * @param halfDay with which half-day
	 * @param reason what
	 * @param comment in the doctor's words
	 */
	public record Complaint(HalfDay halfDay, Dispute.Reason reason, @Nullable String comment) {
	}

}
