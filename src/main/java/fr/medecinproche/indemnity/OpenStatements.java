package fr.medecinproche.indemnity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;

import fr.medecinproche.indemnity.IndemnityRefusedException.Reason;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Statements that may still change. Whoever changes one locks it first, until the end of
 * the transaction: host, agency and doctor come one after the other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OpenStatements {

	private final JdbcClient jdbc;

	private final Clock clock;

	OpenStatements(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The statement a half-day of a month goes to, made if need be: that of its month, or
	 * once that is closed, for the doctor or for the whole region, the present one.
	 * @param volunteerId whose half-day
	 * @param month its month
	 * @return the statement, locked
	 */
	Open receiving(long volunteerId, YearMonth month) {
		return open(volunteerId, month).or(() -> open(volunteerId, YearMonth.now(this.clock)))
			.orElseThrow(() -> new IndemnityRefusedException(Reason.STATEMENT_CLOSED));
	}

	private Optional<Open> open(long volunteerId, YearMonth month) {
		drawUp(volunteerId, month);
		return this.jdbc.sql("""
				select id from indemnity_statement where volunteer_id = ? and month = ? and closed_at is null
				for update""")
			.params(volunteerId, month.atDay(1))
			.query(Long.class)
			.optional()
			.map((id) -> new Open(id, month));
	}

	/** Not in a month that is closed; one that is being closed is waited for. */
	private void drawUp(long volunteerId, YearMonth month) {
		try {
			this.jdbc.sql("""
					insert into indemnity_statement (volunteer_id, month) select :doctor, :month
					where not indemnity_month_closed(:doctor, :month) and not exists (select from indemnity_statement
					  where volunteer_id = :doctor and month = :month) on conflict do nothing""")
				.param("doctor", volunteerId)
				.param("month", month.atDay(1))
				.update();
		}
		catch (DataIntegrityViolationException ex) {
			throw new IndemnityRefusedException(Reason.STATEMENT_CLOSED);
		}
	}

	/**
	 * Locks a statement.
	 * @param statementId which
	 * @throws IndemnityRefusedException when it is closed
	 */
	void lock(long statementId) {
		this.jdbc.sql("select id from indemnity_statement where id = ? and closed_at is null for update")
			.param(statementId)
			.query(Long.class)
			.optional()
			.orElseThrow(() -> new IndemnityRefusedException(Reason.STATEMENT_CLOSED));
	}

	/**
	 * Notes that a line came or went: whoever had agreed had agreed to something else,
	 * and has as long to look at it as the first time.
	 * @param statementId the statement, locked
	 */
	void changed(long statementId) {
		this.jdbc.sql("""
				update indemnity_statement set ready_at = ?, confirmed_at = null, confirmed_cents = null
				where id = ? and ready_at is not null""").params(OffsetDateTime.now(this.clock), statementId).update();
	}

	/**
	 * A statement that may change.
	 *
	 * @param id which
	 * @param month its month
	 */
	record Open(long id, YearMonth month) {
	}

}
