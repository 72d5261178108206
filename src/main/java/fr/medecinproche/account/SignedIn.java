package fr.medecinproche.account;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The person behind the current request, for {@code @AuthenticationPrincipal}. It is kept
 * in the session's table, so it holds little and changes rarely.
 *
 * @param accountId the account
 * @param email where messages reach the person
 * @param displayName how the pages call the person
 * @param role what the person may see
 * @param perimeter what an agent's sight is narrowed to: a region, "R76", or a
 * department, "32"; null for everything
 */
public record SignedIn(long accountId, String email, String displayName, Role role,
		@Nullable String perimeter) implements AuthenticatedPrincipal, Serializable {

	private static final long serialVersionUID = 2L;

	/**
	 * What a session remembers of an account.
	 * @param account the account
	 * @return who is signed in
	 */
	public static SignedIn as(Account account) {
		return new SignedIn(account.id(), account.email().value(), account.displayName(), account.role(),
				account.perimeter().orElse(null));
	}

	/**
	 * Whether somebody sees a region at least: what holds for a whole region is not for
	 * one department to decide.
	 * @return {@code false} for who sees one department
	 */
	public boolean seesWholeRegion() {
		return departement() == null;
	}

	/**
	 * The department somebody's sight is narrowed to.
	 * @return its code, "32"; {@code null} for who sees a region or everything
	 */
	public @Nullable String departement() {
		return (this.perimeter != null && !this.perimeter.startsWith("R")) ? this.perimeter : null;
	}

	/**
	 * The name sessions are found by.
	 * @return the number of the account
	 */
	@Override
	public String getName() {
		return String.valueOf(this.accountId);
	}

}
