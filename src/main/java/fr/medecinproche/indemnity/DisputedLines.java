package fr.medecinproche.indemnity;

import java.util.Optional;

import fr.medecinproche.indemnity.IndemnityRefusedException.Reason;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets the lines right that a doctor was right to dispute. A correction that is disputed
 * is left as it is: another correction sets it right.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DisputedLines {

	private final JdbcClient jdbc;

	private final IndemnityLedger ledger;

	private final IndemnitySettings settings;

	DisputedLines(JdbcClient jdbc, IndemnityLedger ledger, IndemnitySettings settings) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.settings = settings;
	}

	void correct(Statement statement, Dispute dispute, long agentId) {
		switch (dispute.reason()) {
			case NOT_HELD, DAY_OR_PLACE ->
				entry(statement, dispute).ifPresent((slot) -> this.ledger.notHeld(slot, agentId));
			case AMOUNT -> this.jdbc.sql("""
					update indemnity_line set amount_cents = ? where statement_id = ? and kind = 'ENTRY'
					and day = ? and period = ?""")
				.params(this.settings.halfDayCents(), dispute.statementId(), dispute.day(), dispute.period().name())
				.update();
			case MISSING -> enter(statement, dispute, agentId);
		}
	}

	private void enter(Statement statement, Dispute dispute, long agentId) {
		if (!statement.has(dispute.halfDay())) {
			long slot = this.jdbc.sql("select id from half_day_slot where volunteer_id = ? and day = ? and period = ?")
				.params(statement.volunteerId(), dispute.day(), dispute.period().name())
				.query(Long.class)
				.optional()
				.orElseThrow(() -> new IndemnityRefusedException(Reason.NO_SUCH_HALF_DAY));
			this.ledger.enter(slot, agentId);
		}
	}

	private Optional<Long> entry(Statement statement, Dispute dispute) {
		return this.jdbc.sql("""
				select slot_id from indemnity_line where statement_id = ? and kind = 'ENTRY'
				and day = ? and period = ?""")
			.params(statement.id(), dispute.day(), dispute.period().name())
			.query(Long.class)
			.optional();
	}

}
