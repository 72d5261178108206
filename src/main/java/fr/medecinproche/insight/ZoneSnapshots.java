package fr.medecinproche.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes each day how long patients of each zone have to wait, which cannot be told
 * afterwards.
 */
@Service
public class ZoneSnapshots {

	private final JdbcClient jdbc;

	private final Clock clock;

	ZoneSnapshots(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Notes today, unless that has been done; one node does it, the others pass.
	 * @return how many zones were noted
	 */
	@Transactional
	public int noteToday() {
		if (!oneNodeAtATime()) {
			return 0;
		}
		return this.jdbc.sql("""
				insert into zone_snapshot (day, zone, free_day)
				select :today, z.siren, first_free_day(z.siren, :now) from intercommunalite z
				where z.priority and not exists (select from zone_snapshot s where s.day = :today and s.zone = z.siren)
				on conflict do nothing""")
			.param("today", LocalDate.now(this.clock))
			.param("now", OffsetDateTime.now(this.clock))
			.update();
	}

	/** The lock ends with the transaction. */
	private boolean oneNodeAtATime() {
		return this.jdbc.sql("select pg_try_advisory_xact_lock(hashtext('medecin-proche.zone-snapshots'))")
			.query(Boolean.class)
			.single();
	}

}
