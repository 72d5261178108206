package fr.medecinproche.local;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Stops the application at once when nothing says where its database is, rather than
 * after half of it has started. Where {@code medecin-proche.local.enabled} is false,
 * somebody else brings the connection.
 */
class RequiredDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		var environment = context.getEnvironment();
		if (LocalMachine.isEnabled(environment) && !LocalMachine.hasDatabase(environment)
				&& !LocalMachine.hasEmbeddedServer()) {
			throw new DatabaseUnavailableException(
					"No database is set: give SPRING_DATASOURCE_URL (jdbc:postgresql://host/database), "
							+ "SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD of a PostgreSQL 15 or later.");
		}
	}

}
