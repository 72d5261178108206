package fr.medecinproche.schedule;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The patterns sites have, their versions fetched with them.
 */
public interface KeptPatterns extends Repository<KeptPattern, Long> {

	KeptPattern save(KeptPattern pattern);

	@Query("""
			select p from KeptPattern p join fetch p.versions join fetch p.site s join fetch s.zone join fetch s.commune
			where p.id = :id and s.id = :siteId""")
	Optional<KeptPattern> findAt(long siteId, long id);

	@Query("select p from KeptPattern p join fetch p.versions v where p.site.id = :siteId order by p.id, v.number")
	List<KeptPattern> at(long siteId);

	/**
	 * Holds a site until the end of the transaction: nobody else opens half-days there,
	 * changes its patterns or closes some of its days meanwhile.
	 * @param siteId a site
	 */
	@Query(value = "select id from consultation_site where id = :siteId for no key update", nativeQuery = true)
	Optional<Long> hold(long siteId);

}
