package fr.medecinproche.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * One real PostgreSQL for all tests of a JVM: a container where a Docker engine answers,
 * the embedded server otherwise. {@code -Dtest.database=container} or {@code embedded}
 * forces it.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

	private static final class Server {

		static final JdbcConnectionDetails DETAILS = start();

		private static JdbcConnectionDetails start() {
			return switch (System.getProperty("test.database", "")) {
				case "container" -> container();
				case "embedded" -> embedded();
				default -> DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
			};
		}

		private static JdbcConnectionDetails container() {
			var image = DockerImageName.parse(System.getProperty("test.database.image", "postgres:18"))
				.asCompatibleSubstituteFor("postgres");
			@SuppressWarnings("resource") // stopped with the JVM
			var container = new PostgreSQLContainer(image);
			container.start();
			Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
			return new Details(container.getJdbcUrl(), container.getUsername(), container.getPassword());
		}

		private static JdbcConnectionDetails embedded() {
			try {
				var server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start();
				return new Details(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	private record Details(String getJdbcUrl, String getUsername, String getPassword) implements JdbcConnectionDetails {
	}

	@Bean
	JdbcConnectionDetails jdbcConnectionDetails() {
		return Server.DETAILS;
	}

}
