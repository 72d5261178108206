package fr.medecinproche.people;

import java.time.Instant;

import fr.medecinproche.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works here.
 *
 * @param id the account
 * @param email where messages reach them
 * @param displayName how pages call them
 * @param role what they may see
 * @param perimeter what an agent's sight is narrowed to, null for nothing
 * @param place the site of a host or the perimeter of an agent, in words, null for
 * neither
 * @param siteId the site of a host
 * @param lastSignIn when they came in last, null when it is long ago or never was
 * @param secondFactor whether they sign in with two steps
 * @param suspendedAt since when they are kept out, null when they are not
 */
public record StaffMember(long id, String email, String displayName, Role role, @Nullable String perimeter,
		@Nullable String place, @Nullable Long siteId, @Nullable Instant lastSignIn, boolean secondFactor,
		@Nullable Instant suspendedAt) {

}
