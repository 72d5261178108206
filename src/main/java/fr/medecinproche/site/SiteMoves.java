package fr.medecinproche.site;

import org.springframework.data.repository.Repository;

/**
 * How sites came to stand where they stand.
 */
interface SiteMoves extends Repository<SiteMove, Long> {

	SiteMove save(SiteMove move);

}
