package fr.medecinproche.site;

import java.util.Map;

import fr.medecinproche.account.SignedIn;

/**
 * What a room tells a host on their first page, which belongs to another room and knows
 * none of it.
 */
@FunctionalInterface
public interface HostNews {

	/**
	 * Adds what there is to tell.
	 * @param host who looks
	 * @param page what the page says already, the host's site as "site"
	 */
	void tell(SignedIn host, Map<String, Object> page);

}
