package fr.medecinproche.site;

import java.util.List;
import java.util.Optional;

import fr.medecinproche.site.stop.SiteStop;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The consultation sites. Commune and zone are fetched with them.
 */
public interface ConsultationSites extends Repository<ConsultationSite, Long> {

	/**
	 * Narrows a query to an agent's department; a null department is the whole region.
	 */
	String WITHIN = "(:perimeter is null or exists (select 1 from s.zone.departements d "
			+ "where :perimeter in (d.code, d.region))) ";

	ConsultationSite save(ConsultationSite site);

	void flush();

	/**
	 * A site locked until the end of the transaction, as it is once nobody else has it.
	 * @param id a site
	 * @return the site, if there is one
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select s from ConsultationSite s where s.id = :id")
	Optional<ConsultationSite> lock(long id);

	boolean existsBySlug(String slug);

	@Query("select s from ConsultationSite s join fetch s.commune join fetch s.zone left join fetch s.equipment "
			+ "where s.id = :id and " + WITHIN)
	Optional<ConsultationSite> findById(long id, @Nullable String perimeter);

	@Query("select s from ConsultationSite s join fetch s.commune join fetch s.zone left join fetch s.equipment "
			+ "where s.slug = :slug and s.status in (fr.medecinproche.site.SiteStatus.OPEN, "
			+ "fr.medecinproche.site.SiteStatus.SUSPENDED, fr.medecinproche.site.SiteStatus.CLOSED)")
	Optional<ConsultationSite> findPublished(String slug);

	@Query(value = "select s from ConsultationSite s join fetch s.commune join fetch s.zone where " + WITHIN
			+ "order by s.zone.departement.code, s.nom, s.id",
			countQuery = "select count(s) from ConsultationSite s where " + WITHIN)
	Page<ConsultationSite> within(@Nullable String perimeter, Pageable page);

	@Query("""
			select s from ConsultationSite s join fetch s.commune join fetch s.zone z
			where z.siren = :siren order by s.nom, s.id""")
	List<ConsultationSite> inZone(String siren);

	/**
	 * Open sites in a box of the map, and those that stop in it some day.
	 * @param south least latitude looked at
	 * @param north greatest latitude looked at
	 * @param west least longitude looked at
	 * @param east greatest longitude looked at
	 * @return in no particular order
	 */
	@Query("""
			select s from ConsultationSite s join fetch s.commune join fetch s.zone
			where s.status = fr.medecinproche.site.SiteStatus.OPEN and s.zone.priority = true
			and (s.position.latitude between :south and :north and s.position.longitude between :west and :east
			or s.kind = fr.medecinproche.site.SiteKind.MEDICOBUS and exists (select 1 from SiteStop t
			where t.siteId = s.id and t.position.latitude between :south and :north
			and t.position.longitude between :west and :east))""")
	List<ConsultationSite> openIn(double south, double north, double west, double east);

	/**
	 * The software doctors find at open sites.
	 * @return each once, in the order of the alphabet
	 */
	@Query("""
			select distinct s.software from ConsultationSite s
			where s.status = fr.medecinproche.site.SiteStatus.OPEN and s.software is not null order by s.software""")
	List<String> softwareInUse();

}
