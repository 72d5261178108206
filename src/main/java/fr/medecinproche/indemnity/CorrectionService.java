package fr.medecinproche.indemnity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;

import fr.medecinproche.indemnity.IndemnityRefusedException.Reason;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects closed statements, which never change: by a new line in the present month's,
 * which says what it corrects and why.
 */
@Service
@Transactional
public class CorrectionService {

	private final JdbcClient jdbc;

	private final OpenStatements open;

	private final IndemnityActs acts;

	private final Clock clock;

	CorrectionService(JdbcClient jdbc, OpenStatements open, IndemnityActs acts, Clock clock) {
		this.jdbc = jdbc;
		this.open = open;
		this.acts = acts;
		this.clock = clock;
	}

	/**
	 * Corrects a line.
	 * @param lineId a half-day of a closed statement
	 * @param cents what to add, or to take back when less than nothing
	 * @param reason what the doctor reads
	 * @param agentId who corrects
	 * @return the month of the statement that holds the correction
	 * @throws IndemnityRefusedException when the line's statement is open, or more would
	 * be taken back than was given
	 */
	public YearMonth correct(long lineId, int cents, String reason, long agentId) {
		var volunteer = this.jdbc.sql("""
				select l.volunteer_id from indemnity_line l join indemnity_statement s on s.id = l.statement_id
				where l.id = ? and l.kind = 'ENTRY' and s.closed_at is not null""")
			.param(lineId)
			.query(Long.class)
			.optional()
			.orElseThrow(() -> new IndemnityRefusedException(Reason.NOT_CLOSED));
		var statement = this.open.receiving(volunteer, YearMonth.now(this.clock));
		long left = this.jdbc.sql("select sum(amount_cents) from indemnity_line where id = :id or corrects_id = :id")
			.param("id", lineId)
			.query(Long.class)
			.single();
		if (cents == 0 || left + cents < 0) {
			throw new IndemnityRefusedException(Reason.WRONG_AMOUNT);
		}
		this.jdbc
			.sql("""
					insert into indemnity_line (statement_id, slot_id, volunteer_id, day, period, amount_cents, confirmed_by,
					confirmed_at, kind, corrects_id, reason)
					select ?, slot_id, volunteer_id, day, period, ?, ?, ?, 'CORRECTION', id, ?
					from indemnity_line where id = ?""")
			.params(statement.id(), cents, agentId, OffsetDateTime.now(this.clock), reason, lineId)
			.update();
		this.open.changed(statement.id());
		this.acts.corrected(lineId, cents);
		return statement.month();
	}

}
