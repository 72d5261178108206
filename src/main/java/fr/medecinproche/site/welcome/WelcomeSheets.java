package fr.medecinproche.site.welcome;

import java.util.Optional;

import fr.medecinproche.site.WelcomeWords;

import org.springframework.data.repository.Repository;

/**
 * The welcome sheets, by the number of their site.
 */
public interface WelcomeSheets extends Repository<WelcomeSheet, Long> {

	WelcomeSheet save(WelcomeSheet sheet);

	Optional<WelcomeSheet> findById(long siteId);

	/**
	 * What the sheet of a site says.
	 * @param siteId the site
	 * @return never null, though all of it may be unsaid
	 */
	default WelcomeWords of(long siteId) {
		return findById(siteId).map(WelcomeSheet::getWords).orElse(WelcomeWords.UNSAID);
	}

}
