package fr.medecinproche.local;

import org.jspecify.annotations.Nullable;

/**
 * There is no database to run on. The message is a sentence for whoever starts the
 * application.
 */
class DatabaseUnavailableException extends RuntimeException {

	DatabaseUnavailableException(String message) {
		this(message, null);
	}

	DatabaseUnavailableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
