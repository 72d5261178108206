package fr.medecinproche.messaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.TestClock.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A node is a process of its own here, and killed as an operating system does
 * ({@code SIGKILL}): no catch, no finally, no last word to the database.
 */
@ApplicationTest
class KilledNodeTests {

	private static final LocalDateTime NOW = LocalDateTime.of(2027, 1, 4, 8, 0);

	@Autowired
	Outbox outbox;

	@Autowired
	OutboxQueue queue;

	@Autowired
	OutboxSettings settings;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcConnectionDetails server;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SettableClock clock;

	@Autowired
	CleanDatabase database;

	@TempDir
	Path folder;

	@BeforeEach
	void threeMessages() {
		this.database.clean();
		for (int message = 1; message <= 3; message++) {
			this.clock.set(NOW.plusSeconds(message));
			var letter = Letters.to("jeanne@example.org", "appointment:%d:booked".formatted(message));
			this.transaction.executeWithoutResult((status) -> this.outbox.enqueue(letter));
		}
	}

	@Test
	void killed_while_the_server_takes_a_message_it_neither_loses_nor_doubles_any() throws Exception {
		try (var mail = new HangingMailServer(2, false)) {
			killANodeThatSendsTo(mail);
			assertThat(statuses()).containsExactly("SENT 1", "PENDING 1", "PENDING 0");
			var survivor = dispatcherTo(mail);
			survivor.dispatch();
			assertThat(statuses()).as("the dead node's lease lasts").containsExactly("SENT 1", "PENDING 1", "SENT 1");
			this.clock.set(NOW.plusSeconds(3).plus(this.settings.lease()));
			survivor.dispatch();
			survivor.dispatch();
			assertThat(statuses()).containsExactly("SENT 1", "SENT 2", "SENT 1");
			assertThat(mail.accepted).hasSize(3).doesNotHaveDuplicates();
		}
	}

	@Test
	void killed_between_the_servers_yes_and_its_own_note_of_it_the_copy_carries_the_same_identifier() throws Exception {
		try (var mail = new HangingMailServer(2, true)) {
			killANodeThatSendsTo(mail);
			assertThat(statuses()).containsExactly("SENT 1", "PENDING 1", "PENDING 0");
			this.clock.set(NOW.plusSeconds(3).plus(this.settings.lease()));
			dispatcherTo(mail).dispatch();
			assertThat(statuses()).containsExactly("SENT 1", "SENT 2", "SENT 1");
			assertThat(mail.accepted).hasSize(4);
			assertThat(mail.accepted.stream().distinct()).hasSize(3);
			assertThat(mail.accepted.stream().filter(mail.accepted.get(1)::equals)).hasSize(2);
		}
	}

	private void killANodeThatSendsTo(HangingMailServer mail) throws Exception {
		var log = this.folder.resolve("node.log").toFile();
		var node = node(mail.port(), log);
		try {
			assertThat(mail.silent.await(60, TimeUnit.SECONDS)).as(() -> read(log)).isTrue();
		}
		finally {
			node.destroyForcibly();
		}
		assertThat(node.waitFor()).as("killed").isNotZero();
	}

	private Process node(int port, File log) throws Exception {
		var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var command = List.of(java, "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", classes, OutboxNode.class.getName(),
				this.server.getJdbcUrl(), this.server.getUsername(), this.server.getPassword(), String.valueOf(port),
				this.clock.instant().toString());
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
	}

	private static String read(File log) {
		try {
			return Files.readString(log.toPath());
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private Dispatcher dispatcherTo(HangingMailServer mail) {
		return new Dispatcher(this.queue, List.of(OutboxNode.mailTo(mail.port())), this.settings);
	}

	private List<String> statuses() {
		return this.jdbc.sql("select status || ' ' || attempts from outbox_message order by id")
			.query(String.class)
			.list();
	}

}
