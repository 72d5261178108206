package fr.medecinproche.testing;

import java.sql.Connection;

import javax.sql.DataSource;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the reference data what the files say again, after a test in which agents changed
 * the list of zones.
 */
class ReferenceData {

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	private final JavaMigration load;

	ReferenceData(JdbcClient jdbc, DataSource dataSource, JavaMigration load) {
		this.jdbc = jdbc;
		this.dataSource = dataSource;
		this.load = load;
	}

	/** Meant for tables of which everything else was emptied. */
	void restore() {
		int owned = disown("commune") + disown("intercommunalite") + disown("departement");
		if (owned > 0) {
			load();
		}
		this.jdbc.sql("insert into zone_priority (siren) select siren from intercommunalite on conflict do nothing")
			.update();
		this.jdbc.sql("update intercommunalite set priority = true where not priority").update();
	}

	private int disown(String table) {
		return this.jdbc.sql("update " + table + " set origin = 'REFERENCE' where origin <> 'REFERENCE'").update();
	}

	private void load() {
		try (var connection = this.dataSource.getConnection()) {
			this.load.migrate(new Context() {
				@Override
				public Configuration getConfiguration() {
					throw new UnsupportedOperationException();
				}

				@Override
				public Connection getConnection() {
					return connection;
				}
			});
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
