package fr.medecinproche.indemnity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

import fr.medecinproche.indemnity.IndemnityRefusedException.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A statement's way from the doctor who confirms it to the agency that closes it.
 */
@Service
@Transactional
public class StatementService {

	private final JdbcClient jdbc;

	private final OpenStatements open;

	private final Statements statements;

	private final IndemnitySettings settings;

	private final IndemnityActs acts;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	StatementService(JdbcClient jdbc, OpenStatements open, Statements statements, IndemnitySettings settings,
			IndemnityActs acts, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.open = open;
		this.statements = statements;
		this.settings = settings;
		this.acts = acts;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The doctor agrees with a statement as it was shown. A second time changes nothing.
	 * @param volunteerId whose
	 * @param month which
	 * @param seen the {@link Statement#mark() mark} of what was shown
	 * @throws IndemnityRefusedException when it is not ready, closed, disputed, or not
	 * what was shown any more
	 */
	public void confirm(long volunteerId, YearMonth month, String seen) {
		var statement = locked(this.statements.of(volunteerId, month));
		if (statement.readyAt() == null) {
			throw new IndemnityRefusedException(Reason.NOT_READY);
		}
		if (statement.isDisputed()) {
			throw new IndemnityRefusedException(Reason.DISPUTE_OPEN);
		}
		if (!statement.mark().equals(seen)) {
			throw new IndemnityRefusedException(Reason.CHANGED_MEANWHILE);
		}
		this.jdbc.sql("""
				update indemnity_statement set confirmed_at = ?, confirmed_cents = ?
				where id = ? and confirmed_at is null""")
			.params(now(), statement.totalCents(), statement.id())
			.update();
	}

	/**
	 * Closes a statement: nothing in it changes any more. A doctor who says nothing for
	 * long is not kept from being paid.
	 * @param statementId which
	 * @param agentId the agent who closes it
	 * @throws IndemnityRefusedException when it is not ready, closed already, disputed,
	 * or the doctor still has time to look at it
	 */
	public void close(long statementId, long agentId) {
		closeWithMonth(statementId, agentId);
		this.acts.statementClosed(statementId);
	}

	/** The same, as part of an act that is noted as a whole. */
	void closeWithMonth(long statementId, long agentId) {
		this.open.lock(statementId);
		var statement = this.statements.find(statementId, null).orElseThrow();
		if (statement.readyAt() == null) {
			throw new IndemnityRefusedException(Reason.NOT_READY);
		}
		if (statement.isDisputed()) {
			throw new IndemnityRefusedException(Reason.DISPUTE_OPEN);
		}
		if (!isClosable(statement)) {
			throw new IndemnityRefusedException(Reason.NOT_CONFIRMED);
		}
		this.jdbc.sql("update indemnity_statement set closed_at = ?, closed_by = ? where id = ?")
			.params(now(), agentId, statementId)
			.update();
		this.events.publishEvent(new StatementClosed(statementId));
	}

	/**
	 * The statements of a month the agency may close now.
	 * @param perimeter the region or department where doctors practise, null for
	 * everything
	 * @param month which
	 * @return their identifiers
	 */
	@Transactional(readOnly = true)
	public List<Long> closable(@Nullable String perimeter, YearMonth month) {
		return this.statements.closable(perimeter, month);
	}

	/**
	 * Whether the agency may close a statement now.
	 * @param statement as it stands
	 * @return true once the doctor has confirmed it, or has not for so long that silence
	 * is taken for consent
	 */
	@Transactional(readOnly = true)
	public boolean isClosable(Statement statement) {
		return isClosable(statement.status(), statement.readyAt());
	}

	private boolean isClosable(StatementStatus status, @Nullable Instant readyAt) {
		return status == StatementStatus.CONFIRMED || (status == StatementStatus.READY && readyAt != null
				&& !readyAt.plus(this.settings.answerWithin()).isAfter(this.clock.instant()));
	}

	private Statement locked(Statement statement) {
		if (statement.id() == null) {
			throw new IndemnityRefusedException(Reason.NOT_READY);
		}
		this.open.lock(statement.id());
		return this.statements.find(statement.id(), null).orElseThrow();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
