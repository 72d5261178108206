package fr.medecinproche.account;

import java.util.Optional;

import org.springframework.context.MessageSourceResolvable;

/**
 * What another room has against closing an account: somebody would be left alone.
 */
@FunctionalInterface
public interface ClosingObstacle {

	/**
	 * Looks whether the account may be closed.
	 * @param accountId the account
	 * @return what to settle first, or empty
	 */
	Optional<Reason> against(long accountId);

	/**
	 * What to settle first.
	 *
	 * @param sentence says what stands in the way
	 * @param page where to settle it
	 * @param linkKey the key of the words of the link to that page
	 */
	record Reason(MessageSourceResolvable sentence, String page, String linkKey) {

	}

}
