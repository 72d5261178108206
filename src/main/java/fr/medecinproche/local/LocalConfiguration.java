package fr.medecinproche.local;

import java.io.IOException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The embedded database stands in for the one an installation would name.
 */
@Configuration(proxyBeanMethods = false)
@OnLocalMachine
class LocalConfiguration {

	@Bean
	EmbeddedDatabase embeddedDatabase(LocalProperties properties, @Value("${demo.reset:false}") boolean reset)
			throws IOException {
		var folder = properties.folder().toAbsolutePath().normalize();
		return reset ? EmbeddedDatabase.afreshIn(folder) : EmbeddedDatabase.keptIn(folder);
	}

	@Bean
	JdbcConnectionDetails jdbcConnectionDetails(EmbeddedDatabase database) {
		return database.connection();
	}

}
