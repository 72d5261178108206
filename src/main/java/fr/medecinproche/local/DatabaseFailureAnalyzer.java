package fr.medecinproche.local;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Turns "there is no database" into one sentence instead of a stack trace.
 */
class DatabaseFailureAnalyzer implements FailureAnalyzer {

	/** Connection, authorisation, unknown database, server shutting down or starting. */
	private static final Set<String> CLASSES = Set.of("08", "28", "3D", "57");

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		for (var cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof DatabaseUnavailableException unavailable) {
				return new FailureAnalysis(unavailable.getMessage(), null, failure);
			}
			if (cause instanceof SQLException refused && isAboutTheConnection(refused)) {
				return new FailureAnalysis("The database cannot be used: " + refused.getMessage(),
						"Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
						failure);
			}
		}
		return null;
	}

	private boolean isAboutTheConnection(SQLException refused) {
		var state = refused.getSQLState();
		return state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
	}

}
