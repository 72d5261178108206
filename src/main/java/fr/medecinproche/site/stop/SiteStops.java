package fr.medecinproche.site.stop;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The stops of itinerant sites. Their commune is fetched with them.
 */
public interface SiteStops extends Repository<SiteStop, Long> {

	SiteStop save(SiteStop stop);

	void delete(SiteStop stop);

	void flush();

	@Query("select t from SiteStop t join fetch t.commune where t.id = :id and t.siteId = :siteId")
	Optional<SiteStop> findAt(long siteId, long id);

	/**
	 * The stops of a site.
	 * @param siteId the site
	 * @param from the first day
	 * @param until the day after the last
	 * @return in the order of time
	 */
	@Query("""
			select t from SiteStop t join fetch t.commune where t.siteId = :siteId
			and t.day >= :from and t.day < :until order by t.day, t.period desc""")
	List<SiteStop> of(long siteId, LocalDate from, LocalDate until);

	@Query("select t from SiteStop t join fetch t.commune where t.siteId = :siteId and t.day in :days")
	List<SiteStop> on(long siteId, Collection<LocalDate> days);

}
