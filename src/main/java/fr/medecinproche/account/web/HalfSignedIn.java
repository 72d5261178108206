package fr.medecinproche.account.web;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.SecondFactor;
import fr.medecinproche.account.SecondFactorNeededException;
import fr.medecinproche.account.Secret;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Somebody whose password was right and who still owes the second factor. The session
 * remembers it; for every page they are a visitor like any other.
 *
 * @param accountId whose password it was
 * @param passwordMark tells whether it still is that password
 * @param kind what is still owed
 * @param sinceMillis when the password was typed
 */
record HalfSignedIn(long accountId, String passwordMark, SecondFactor.Kind kind,
		long sinceMillis) implements Serializable {

	private static final long serialVersionUID = 1L;

	private static final String ATTRIBUTE = "halfSignedIn";

	/** As long as the link by e-mail works. */
	private static final Duration LASTS = Duration.ofMinutes(15);

	static void remember(SecondFactorNeededException needed, HttpServletRequest request) {
		if (request.getSession(false) != null) {
			request.changeSessionId();
		}
		request.getSession()
			.setAttribute(ATTRIBUTE, new HalfSignedIn(needed.account().id(), mark(needed.account()), needed.kind(),
					needed.typedAt().toEpochMilli()));
	}

	private static String mark(Account account) {
		return Secret.of(account.passwordHash()).hash();
	}

	static Optional<HalfSignedIn> of(HttpServletRequest request, Clock clock) {
		return Optional.ofNullable(request.getSession(false))
			.map((session) -> (HalfSignedIn) session.getAttribute(ATTRIBUTE))
			.filter((half) -> clock.instant().isBefore(Instant.ofEpochMilli(half.sinceMillis()).plus(LASTS)));
	}

	static void forget(HttpServletRequest request) {
		request.getSession().removeAttribute(ATTRIBUTE);
	}

	/** Whether the password that was typed still is the account's. */
	boolean stillHolds(Account account) {
		return !account.isClosed() && this.passwordMark.equals(mark(account));
	}

}
