package fr.medecinproche.people;

import java.util.Locale;

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
 * @param locale the language of the letter, and of messages later: English, or else
 * French
 */
public record Guest(EmailAddress email, String displayName, Role role, @Nullable String perimeter,
		@Nullable Long siteId, Locale locale) {

	public Guest {
		new Post(role, perimeter, siteId);
		locale = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
	}

	/**
	 * Somebody to invite in French.
	 */
	public Guest(EmailAddress email, String displayName, Role role, @Nullable String perimeter, @Nullable Long siteId) {
		this(email, displayName, role, perimeter, siteId, Locale.FRENCH);
	}

}
