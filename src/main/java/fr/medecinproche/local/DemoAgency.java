package fr.medecinproche.local;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import fr.medecinproche.account.Secret;
import fr.medecinproche.indemnity.BatchService;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the agency has behind it and before it: a first batch for the CPAM, and people who
 * were invited and have not answered, one of them too long ago. Nobody gets a letter.
 */
@Component
@OnLocalMachine
@Order(10)
class DemoAgency implements DemoPart {

	private static final Duration WEEK = Duration.ofDays(7);

	private final JdbcClient jdbc;

	private final BatchService batches;

	private final Clock clock;

	DemoAgency(JdbcClient jdbc, BatchService batches, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.clock = clock;
	}

	@Override
	public void create() {
		long admin = this.jdbc.sql("select id from account where email = ?")
			.param(DemoSignIn.ADMIN.email())
			.query(Long.class)
			.single();
		// numbers that begin with zeros are nobody's; some doctors have none yet
		this.jdbc.sql("""
				update volunteer set billing_number = lpad(id::text, 9, '0')
				where file_status in ('ACTIVE', 'SUSPENDED') and id % 6 <> 0""").update();
		this.jdbc.sql("""
				insert into site_posting (account_id, site_id) select h.account_id, (select min(s.id)
				  from consultation_site s where s.status = 'OPEN' and s.id <> h.site_id) from site_host h""").update();
		this.batches.make("R76", admin);
		var now = this.clock.instant();
		invite(admin, "Lou Castaing", "lou.castaing@demo.example", "AGENT", "R76", now.minus(Duration.ofDays(1)));
		invite(admin, "Andréa Puig", "andrea.puig@demo.example", "AGENT", "66", now.minus(Duration.ofDays(12)));
		invite(admin, "Centre 15 (démonstration)", "centre15@demo.example", "REGULATOR", null,
				now.minus(Duration.ofHours(3)));
	}

	private void invite(long by, String name, String email, String role, @Nullable String perimeter, Instant sentAt) {
		this.jdbc
			.sql("""
					insert into invitation (email, display_name, role, perimeter, secret_hash, invited_by, invited_at, sent_at,
					  expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(email, name, role, perimeter, Secret.random().hash(), by, Timestamp.from(sentAt),
					Timestamp.from(sentAt), Timestamp.from(sentAt.plus(WEEK)))
			.update();
	}

}
