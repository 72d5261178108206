package fr.medecinproche.people;

import fr.medecinproche.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who works here is to be.
 *
 * @param role what they may see
 * @param perimeter what an agent's sight is narrowed to, null for the whole country and
 * for other roles
 * @param siteId where a host receives patients, null for other roles
 */
public record Post(Role role, @Nullable String perimeter, @Nullable Long siteId) {

	public Post {
		if (role == Role.VOLUNTEER || (role == Role.HOST) != (siteId != null)
				|| (perimeter != null && role != Role.AGENT)) {
			throw new IllegalArgumentException("only an agent is narrowed, and only a host is at a site");
		}
	}

}
