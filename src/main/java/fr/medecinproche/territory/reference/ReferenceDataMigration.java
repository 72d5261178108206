package fr.medecinproche.territory.reference;

import java.sql.Connection;
import java.sql.SQLException;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Loads the reference files each time they change, after the schema. What agents brought
 * or changed since is theirs and stays. One transaction: a file that is broken anywhere
 * leaves the tables as they were, and the application does not start.
 */
@Component
class ReferenceDataMigration implements JavaMigration {

	/** To be raised when the files stay but what is made of them changes. */
	private static final int READING = 1;

	private static final Logger logger = LoggerFactory.getLogger(ReferenceDataMigration.class);

	private final ReferenceFiles files;

	ReferenceDataMigration() {
		this(ReferenceFiles.shipped());
	}

	ReferenceDataMigration(ReferenceFiles files) {
		this.files = files;
	}

	/** None: a migration without a version is run again when its checksum changes. */
	@Override
	public @Nullable MigrationVersion getVersion() {
		return null;
	}

	@Override
	public String getDescription() {
		return "reference data";
	}

	@Override
	public Integer getChecksum() {
		return this.files.checksum() + READING;
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) throws SQLException {
		load(context.getConnection());
	}

	/**
	 * Loads the files in the connection's transaction.
	 * @return how many rows were new, changed or gone
	 * @throws BrokenReferenceException if the files contradict themselves or the rows
	 * that point to them
	 */
	int load(Connection connection) throws SQLException {
		var data = new ReferenceReader(this.files).read();
		new ReferenceChecks(data).run();
		var load = new ReferenceLoad(data);
		int changes = load.into(connection);
		logger.info("Reference data: {}; {} rows written or removed", load.summary(), changes);
		return changes;
	}

}
