package fr.medecinproche.testing;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Empties every table but the reference data, for tests that cannot roll back: those with
 * several threads, and those that go through a browser.
 */
public class CleanDatabase {

	private static final List<String> KEPT = List.of("departement", "departement_indicator", "intercommunalite",
			"intercommunalite_departement", "commune", "commune_postal_code", "commune_name", "region",
			"region_departement", "zone_list", "flyway_schema_history");

	private final JdbcClient jdbc;

	private final ReferenceData reference;

	private final TestClock.SettableClock clock;

	CleanDatabase(JdbcClient jdbc, ReferenceData reference, TestClock.SettableClock clock) {
		this.jdbc = jdbc;
		this.reference = reference;
		this.clock = clock;
	}

	/** Leaves only the reference data, and puts the clock back to its start. */
	public void clean() {
		var tables = this.jdbc
			.sql("select tablename from pg_tables where schemaname = 'public' and tablename <> all (?::text[])")
			.param(KEPT.toArray(String[]::new))
			.query(String.class)
			.list();
		// the journal refuses to be emptied by anything less
		this.jdbc
			.sql("set session_replication_role = replica; truncate " + String.join(", ", tables)
					+ " restart identity cascade; set session_replication_role = default")
			.update();
		this.reference.restore();
		this.clock.reset();
	}

}
