package fr.medecinproche.indemnity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.function.IntConsumer;

import fr.medecinproche.indemnity.IndemnityRefusedException.Reason;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a month for a region, once nothing of it is left open. Months are a region's:
 * its departments prepare them, one agency answers for what the CPAM is asked to pay.
 */
@Service
@Transactional
public class MonthClosing {

	private final JdbcClient jdbc;

	private final MonthDesk desk;

	private final StatementService statements;

	private final IndemnityActs acts;

	private final Clock clock;

	MonthClosing(JdbcClient jdbc, MonthDesk desk, StatementService statements, IndemnityActs acts, Clock clock) {
		this.jdbc = jdbc;
		this.desk = desk;
		this.statements = statements;
		this.acts = acts;
		this.clock = clock;
	}

	/**
	 * Closes what is left of a month, and the month: all of it, or nothing.
	 * @param region the region, "R76"
	 * @param month which
	 * @param agentId who closes it
	 * @param progress told of each statement; it may throw to stop, and nothing is closed
	 * @return what it came to
	 * @throws IndemnityRefusedException when the month is not over, closed already, or
	 * something of it is left open: a half-day nobody confirmed, a dispute, a doctor who
	 * still has time to check
	 */
	public ClosedMonth close(String region, YearMonth month, long agentId, IntConsumer progress) {
		if (!month.isBefore(YearMonth.now(this.clock))) {
			throw new IndemnityRefusedException(Reason.MONTH_NOT_OVER);
		}
		lock(region);
		var end = this.desk.end(region, month);
		if (end.closed() != null) {
			throw new IndemnityRefusedException(Reason.MONTH_CLOSED);
		}
		if (!end.mayClose()) {
			throw new IndemnityRefusedException(Reason.MONTH_NOT_DONE);
		}
		for (long statement : this.statements.closable(region, month)) {
			this.statements.closeWithMonth(statement, agentId);
			progress.accept(1);
		}
		write(region, month, agentId);
		this.acts.monthClosed(region, month);
		return this.desk.closed(region, month).orElseThrow();
	}

	/** Of two who close at once, the second finds the month closed. */
	private void lock(String region) {
		this.jdbc.sql("select code from region where code = ? for no key update")
			.param(region)
			.query(String.class)
			.optional()
			.orElseThrow(() -> new IndemnityRefusedException(Reason.NO_SUCH_REGION));
	}

	private void write(String region, YearMonth month, long agentId) {
		this.jdbc.sql("""
				insert into indemnity_month (month, region, closed_at, closed_by, statements, half_days, total_cents)
				select :month, :region, :now, :agent, count(distinct s.id), count(l.id) filter (where l.kind = 'ENTRY'),
				  coalesce(sum(l.amount_cents), 0)
				from indemnity_statement s left join indemnity_line l on l.statement_id = s.id
				where s.month = :month and s.region = :region""")
			.param("month", month.atDay(1))
			.param("region", region)
			.param("now", OffsetDateTime.now(this.clock))
			.param("agent", agentId)
			.update();
	}

}
