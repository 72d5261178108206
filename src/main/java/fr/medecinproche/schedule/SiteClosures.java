package fr.medecinproche.schedule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The days sites do not receive.
 */
public interface SiteClosures extends Repository<SiteClosure, Long> {

	SiteClosure save(SiteClosure closure);

	void flush();

	void delete(SiteClosure closure);

	@Query("select c from SiteClosure c where c.id = :id and c.site.id = :siteId")
	Optional<SiteClosure> findAt(long siteId, long id);

	/**
	 * The closures of some sites that touch a span of days.
	 * @param siteIds sites
	 * @param from the first day
	 * @param until the last day, included
	 * @return by day
	 */
	@Query("""
			select c from SiteClosure c join fetch c.site where c.site.id in :siteIds and c.lastDay >= :from and c.firstDay <= :until
			order by c.firstDay""")
	List<SiteClosure> between(Collection<Long> siteIds, LocalDate from, LocalDate until);

	/**
	 * The closures of a site that are not over.
	 * @param siteId a site
	 * @param today the present day
	 * @return by day
	 */
	@Query("select c from SiteClosure c where c.site.id = :siteId and c.lastDay >= :today order by c.firstDay")
	List<SiteClosure> comingAt(long siteId, LocalDate today);

}
