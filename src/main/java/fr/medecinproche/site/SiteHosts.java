package fr.medecinproche.site;

import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Who serves which site.
 */
public interface SiteHosts extends Repository<SiteHost, Long> {

	SiteHost save(SiteHost host);

	void deleteById(long accountId);

	@Query("""
			select s from SiteHost h join h.site s join fetch s.commune join fetch s.zone
			where h.accountId = :accountId""")
	Optional<ConsultationSite> siteOf(long accountId);

}
