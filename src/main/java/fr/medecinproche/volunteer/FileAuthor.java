package fr.medecinproche.volunteer;

import org.jspecify.annotations.Nullable;

/**
 * Who moves a file.
 *
 * @param kind on whose behalf
 * @param accountId the account, null for the system
 */
public record FileAuthor(Kind kind, @Nullable Long accountId) {

	public FileAuthor {
		if ((kind == Kind.SYSTEM) != (accountId == null)) {
			throw new IllegalArgumentException("Somebody has an account, the system has none");
		}
	}

	/**
	 * An agent of the agency.
	 * @param accountId the agent's account
	 * @return the author
	 */
	public static FileAuthor agent(long accountId) {
		return new FileAuthor(Kind.AGENT, accountId);
	}

	/**
	 * The doctor whose file it is.
	 * @param accountId the doctor's account
	 * @return the author
	 */
	public static FileAuthor doctor(long accountId) {
		return new FileAuthor(Kind.DOCTOR, accountId);
	}

	/**
	 * Nobody: a rule of the application.
	 * @return the author
	 */
	public static FileAuthor system() {
		return new FileAuthor(Kind.SYSTEM, null);
	}

	/**
	 * On whose behalf.
	 */
	public enum Kind {

		AGENT, DOCTOR, SYSTEM

	}

}
