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

	/** A number of these is never given twice: work of a test before may still end. */
	private static final List<String> COUNTED_ON = List.of("long_work");

	private final JdbcClient jdbc;

	private final ReferenceData reference;

	private final TestClock.SettableClock clock;

	CleanDatabase(JdbcClient jdbc, ReferenceData reference, TestClock.SettableClock clock) {
		this.jdbc = jdbc;
		this.reference = reference;
		this.clock = clock;
	}

	/**
	 * Leaves only the reference data, and puts the clock back to its start. Rows are
	 * deleted, which on nearly empty tables takes a tenth of the time that emptying files
	 * does; foreign keys and triggers, the journal's among them, look away meanwhile.
	 */
	public void clean() {
		this.jdbc.sql("""
				do $$
				declare
				  name text;
				begin
				  set local session_replication_role = replica;
				  for name in select tablename from pg_tables
				    where schemaname = 'public' and tablename not in ('%1$s') loop
				    execute format('delete from %%I', name);
				  end loop;
				  perform setval(format('%%I.%%I', schemaname, sequencename)::regclass, start_value, false)
				    from pg_sequences where schemaname = 'public' and last_value is not null
				      and regexp_replace(sequencename, '_id_seq$', '') not in ('%1$s', '%2$s');
				end $$""".formatted(String.join("', '", KEPT), String.join("', '", COUNTED_ON))).update();
		this.reference.restore();
		this.clock.reset();
	}

}
