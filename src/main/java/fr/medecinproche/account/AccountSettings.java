package fr.medecinproche.account;

import java.time.Duration;
import java.time.Period;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of accounts.
 *
 * @param secondFactor the roles that must have a second factor; none by default
 * @param key what secrets shared with phones are encrypted with, long and random; they
 * are stored as they are when it is empty
 * @param signInsKept how long the history of sign-ins is kept: long enough that somebody
 * back from the summer still finds who came in, and shorter than the six months to one
 * year the CNIL recommends for logs that serve an inquiry (délibération 2021-122), since
 * this one serves its owner only
 * @param proofsKept how long the name of a doctor who has left stays on what is owed to
 * them: ten years as accounts are (code de commerce, L. 123-22), unless the agency is
 * held to something else
 */
@ConfigurationProperties("medecin-proche.account")
public record AccountSettings(@DefaultValue Set<Role> secondFactor, @DefaultValue("") String key,
		@DefaultValue("90d") Duration signInsKept, @DefaultValue("10y") Period proofsKept) {

	/**
	 * Whether somebody must have a second factor.
	 * @param role what they may see
	 * @return true when the role is set so
	 */
	public boolean requiresSecondFactor(Role role) {
		return this.secondFactor.contains(role);
	}

	/** Never the key: this may end in a log. */
	@Override
	public String toString() {
		return "AccountSettings[secondFactor=%s, signInsKept=%s]".formatted(this.secondFactor, this.signInsKept);
	}

}
