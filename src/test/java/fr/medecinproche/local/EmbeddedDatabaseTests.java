package fr.medecinproche.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedDatabaseTests {

	@TempDir
	Path folder;

	@Test
	void keeps_what_the_last_run_wrote_and_forgets_it_when_asked() throws Exception {
		try (var database = EmbeddedDatabase.keptIn(this.folder)) {
			write(database);
		}
		try (var database = EmbeddedDatabase.keptIn(this.folder)) {
			assertThat(read(database)).isTrue();
			assertThat(setting(database, "fsync")).isEqualTo("on");
			assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
		}
		try (var database = EmbeddedDatabase.afreshIn(this.folder)) {
			assertThat(read(database)).isFalse();
		}
	}

	@Test
	void survives_a_run_that_was_killed() throws Exception {
		long orphan = killARun();
		assertThat(ProcessHandle.of(orphan)).hasValueSatisfying((server) -> assertThat(server.isAlive()).isTrue());
		try (var database = EmbeddedDatabase.keptIn(this.folder)) {
			assertThat(read(database)).isTrue();
			assertThat(server()).isNotEqualTo(orphan);
		}
	}

	@Test
	void is_not_shared_by_two_runs() throws Exception {
		try (var database = EmbeddedDatabase.keptIn(this.folder)) {
			assertThat(read(database)).isFalse();
			assertThatExceptionOfType(DatabaseUnavailableException.class)
				.isThrownBy(() -> EmbeddedDatabase.keptIn(this.folder))
				.withMessageStartingWith("Another run of the application");
		}
	}

	@Test
	void says_how_to_start_afresh_when_the_data_cannot_be_read() throws Exception {
		Files.createDirectories(this.folder.resolve("postgres"));
		Files.writeString(this.folder.resolve("postgres/PG_VERSION"), "9\n");
		assertThatExceptionOfType(DatabaseUnavailableException.class)
			.isThrownBy(() -> EmbeddedDatabase.keptIn(this.folder))
			.withMessageContaining("--demo.reset=true");
		EmbeddedDatabase.afreshIn(this.folder).close();
	}

	private long killARun() throws Exception {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var run = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), KilledRun.class.getName(),
				this.folder.toString())
			.redirectErrorStream(true)
			.start();
		try (var output = new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
			assertThat(output.lines()).contains(KilledRun.WRITTEN);
		}
		assertThat(run.waitFor()).isNotZero();
		return server();
	}

	private long server() throws IOException {
		return Long.parseLong(Files.readAllLines(this.folder.resolve("postgres/postmaster.pid")).getFirst());
	}

	private static void write(EmbeddedDatabase database) throws SQLException {
		execute(database, "create table memory ()");
	}

	private static boolean read(EmbeddedDatabase database) throws SQLException {
		return query(database, "select to_regclass('memory')") != null;
	}

	private static String setting(EmbeddedDatabase database, String name) throws SQLException {
		return query(database, "show " + name);
	}

	private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
		try (var connection = DriverManager.getConnection(database.connection().getJdbcUrl());
				var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static String query(EmbeddedDatabase database, String sql) throws SQLException {
		try (var connection = DriverManager.getConnection(database.connection().getJdbcUrl());
				var statement = connection.createStatement();
				var rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getString(1);
		}
	}

	/** A run in a process of its own that dies without stopping its server. */
	static final class KilledRun {

		static final String WRITTEN = "written";

		public static void main(String[] arguments) throws Exception {
			write(EmbeddedDatabase.keptIn(Path.of(arguments[0])));
			System.out.println(WRITTEN);
			Runtime.getRuntime().halt(137);
		}

	}

}
