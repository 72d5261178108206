package fr.medecinproche.testing;

import java.util.Optional;

import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Which constraint the database says was broken, whether it is a key, a check or a
 * trigger.
 */
public final class BrokenConstraint {

	private BrokenConstraint() {
	}

	/**
	 * Reads the database's answer.
	 * @param thrown what a refused statement threw
	 * @return the name of the constraint, "none" when the database named none
	 */
	public static String of(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof PSQLException refusal) {
				return Optional.ofNullable(refusal.getServerErrorMessage())
					.map(ServerErrorMessage::getConstraint)
					.orElse("none");
			}
		}
		return "none";
	}

}
