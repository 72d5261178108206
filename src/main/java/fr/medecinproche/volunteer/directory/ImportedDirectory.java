package fr.medecinproche.volunteer.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import fr.medecinproche.volunteer.DirectoryEntry;
import fr.medecinproche.volunteer.HealthDirectory;
import fr.medecinproche.volunteer.Rpps;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The directory as the last extract had it.
 */
@Component
class ImportedDirectory implements HealthDirectory {

	private final JdbcClient jdbc;

	ImportedDirectory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Extract> extract() {
		return this.jdbc.sql("select name, day, doctors from directory_extract").query(Extract.class).optional();
	}

	@Override
	public Optional<DirectoryEntry> find(Rpps rpps) {
		return this.jdbc.sql("select given_name, family_name, skills from directory_doctor where rpps = ?")
			.param(rpps.digits())
			.query((row, number) -> new DirectoryEntry(row.getString("given_name"), row.getString("family_name"),
					Set.copyOf(List.of((String[]) row.getArray("skills").getArray()))))
			.optional();
	}

}
