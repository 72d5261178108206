package fr.medecinproche.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;

import fr.medecinproche.account.SignedIn;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes what is done, in the transaction that does it: both stay or neither.
 */
@Service
public class Journal {

	private final JdbcClient jdbc;

	private final EntityManager entities;

	private final Clock clock;

	Journal(JdbcClient jdbc, EntityManager entities, Clock clock) {
		this.jdbc = jdbc;
		this.entities = entities;
		this.clock = clock;
	}

	/**
	 * Notes an act of whoever is signed in, or of the application itself when nobody is.
	 * The entry is written when the transaction is about to end, since entries wait for
	 * one another: nothing is locked after it.
	 * @param act what was done
	 */
	@Transactional(propagation = Propagation.REQUIRED)
	public void note(Act act) {
		var actor = actor();
		var now = this.clock.instant();
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void beforeCommit(boolean readOnly) {
				write(act, actor, now);
			}
		});
	}

	private static @Nullable Long actor() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof SignedIn me) ? me.accountId() : null;
	}

	private void write(Act act, @Nullable Long actor, Instant now) {
		this.entities.flush();
		this.jdbc.sql("""
				insert into journal_entry (noted_at, account_id, action, subject, label, departement, detail)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(Timestamp.from(now), actor, act.action(), act.subject(), act.label(), act.departement(),
					act.detail())
			.update();
	}

}
