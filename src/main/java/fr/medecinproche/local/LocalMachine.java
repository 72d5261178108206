package fr.medecinproche.local;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Tells whether the application brings its own database.
 */
class LocalMachine implements Condition {

	private static final String EMBEDDED_SERVER = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return isEnabled(context.getEnvironment()) && !hasDatabase(context.getEnvironment()) && hasEmbeddedServer();
	}

	static boolean isEnabled(Environment environment) {
		return environment.getProperty("medecin-proche.local.enabled", Boolean.class, true);
	}

	/** An empty address counts as none: a compose file passes unset variables so. */
	static boolean hasDatabase(Environment environment) {
		return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
	}

	static boolean hasEmbeddedServer() {
		return ClassUtils.isPresent(EMBEDDED_SERVER, LocalMachine.class.getClassLoader());
	}

}
