package fr.medecinproche.people;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to invite.
 *
 * @param email where the invitation goes
 * @param displayName how pages and messages call the person
 * @param role what the person is to see
 * @param perimeter what an agent's sight is narrowed to, null for the whole country and
 * for other roles
 * @param siteId where a host is to receive patients, null for other roles
 */
public record Guest(EmailAddress email, String displayName, Role role, @Nullable String perimeter,
		@Nullable Long siteId) {

	public Guest {
		if (role == Role.VOLUNTEER || (role == Role.HOST) != (siteId != null)
				|| (perimeter != null && role != Role.AGENT)) {
			throw new IllegalArgumentException("only an agent is narrowed, and only a host is at a site");
		}
	}

}
