package fr.medecinproche.people;

import java.time.Instant;
import java.util.Locale;

import fr.medecinproche.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is sent the link of an invitation. Published inside the transaction.
 *
 * @param email where it goes
 * @param displayName whom the message greets
 * @param role to what
 * @param place the site or the perimeter, in words, null when there is none
 * @param secret what {@code /compte/invitation/{secret}} carries; to be written nowhere
 * but in the message
 * @param expiresAt until when the link works
 * @param locale the language of the message
 */
public record InvitationSent(String email, String displayName, Role role, @Nullable String place, String secret,
		Instant expiresAt, Locale locale) {

	/** Never the secret: this may end in a log. */
	@Override
	public String toString() {
		return "InvitationSent[role=%s]".formatted(this.role);
	}

}
