package fr.medecinproche.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL that keeps its data in a folder, and that one application uses at a
 * time. It survives a run that was killed: a server such a run left behind is stopped
 * first.
 */
final class EmbeddedDatabase implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private static final String USER = "postgres";

	private final FileChannel lock;

	private final EmbeddedPostgres server;

	private EmbeddedDatabase(FileChannel lock, EmbeddedPostgres server) {
		this.lock = lock;
		this.server = server;
	}

	/**
	 * Starts the server on the data of the last run, or on none the first time.
	 * @param folder where the data are
	 * @return the running database
	 * @throws IOException if the server cannot be started
	 * @throws DatabaseUnavailableException if another application uses the folder, or the
	 * data cannot be read
	 */
	static EmbeddedDatabase keptIn(Path folder) throws IOException {
		return open(folder, false);
	}

	/**
	 * Forgets the data of the last run, then starts the server.
	 * @param folder where the data are
	 * @return the running database, empty
	 * @throws IOException if the server cannot be started
	 * @throws DatabaseUnavailableException if another application uses the folder
	 */
	static EmbeddedDatabase afreshIn(Path folder) throws IOException {
		return open(folder, true);
	}

	private static EmbeddedDatabase open(Path folder, boolean afresh) throws IOException {
		Files.createDirectories(folder);
		var lock = lock(folder);
		try {
			var data = folder.resolve("postgres");
			stopOrphan(data);
			if (afresh) {
				FileSystemUtils.deleteRecursively(data);
			}
			return new EmbeddedDatabase(lock, start(data));
		}
		catch (IOException | RuntimeException ex) {
			lock.close();
			throw ex;
		}
	}

	/** The operating system gives the lock back even when the application is killed. */
	private static FileChannel lock(Path folder) throws IOException {
		var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			if (channel.tryLock() != null) {
				return channel;
			}
		}
		catch (OverlappingFileLockException ex) {
			logger.debug("{} is in use in this very process", folder, ex);
		}
		channel.close();
		throw new DatabaseUnavailableException("Another run of the application uses the database in " + folder
				+ ": stop it first, " + "or give this one its own folder with --medecin-proche.local.folder=...");
	}

	private static void stopOrphan(Path data) throws IOException {
		var pidFile = data.resolve("postmaster.pid");
		if (Files.notExists(pidFile)) {
			return;
		}
		var pid = Files.readAllLines(pidFile).stream().findFirst().map(String::strip).orElse("");
		if (pid.matches("\\d{1,9}")) {
			ProcessHandle.of(Long.parseLong(pid))
				.filter(EmbeddedDatabase::isPostgres)
				.ifPresent(EmbeddedDatabase::stop);
		}
	}

	/** The number may have passed to a stranger since the file was written. */
	private static boolean isPostgres(ProcessHandle process) {
		return process.info().command().filter((command) -> command.contains("postgres")).isPresent();
	}

	private static void stop(ProcessHandle orphan) {
		logger.info("Stopping the database server that the last run left behind (process {})", orphan.pid());
		orphan.destroy();
		try {
			orphan.onExit().get(20, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			orphan.destroyForcibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static EmbeddedPostgres start(Path data) throws IOException {
		try {
			return EmbeddedPostgres.builder()
				.setDataDirectory(data)
				.setCleanDataDirectory(false)
				// the Spring context stops it, after the connection pool
				.setRegisterShutdownHook(false)
				.setLocaleConfig("locale-provider", "builtin")
				.setLocaleConfig("builtin-locale", "C.UTF-8")
				.setLocaleConfig("locale", "C")
				.setServerConfig("fsync", "on")
				.setServerConfig("synchronous_commit", "on")
				.start();
		}
		catch (IllegalStateException ex) {
			throw new DatabaseUnavailableException("The embedded PostgreSQL does not start on the data in " + data
					+ " (of another version, or left half-made): --demo.reset=true starts afresh.", ex);
		}
	}

	/**
	 * How to reach the database.
	 * @return address, user and password
	 */
	JdbcConnectionDetails connection() {
		return new Connection(this.server.getJdbcUrl(USER, USER), USER, "");
	}

	@Override
	public void close() throws IOException {
		try {
			this.server.close();
		}
		finally {
			this.lock.close();
		}
	}

	private record Connection(String getJdbcUrl, String getUsername,
			String getPassword) implements JdbcConnectionDetails {
	}

}
