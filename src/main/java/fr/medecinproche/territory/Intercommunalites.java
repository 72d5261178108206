package fr.medecinproche.territory;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The intercommunalités of the scheme.
 */
public interface Intercommunalites extends Repository<Intercommunalite, String> {

	/**
	 * The intercommunalité of a SIREN number, with its main department.
	 * @param siren nine digits
	 * @return the intercommunalité, if known
	 */
	@EntityGraph(attributePaths = "departement")
	Optional<Intercommunalite> findById(String siren);

	/**
	 * The priority zones an agent may see, with their main department.
	 * @param perimeter the agent's region or department, or {@code null} for everything
	 * @return the zones that touch it, by department and name
	 */
	@Query("""
			select z from Intercommunalite z join fetch z.departement p where z.priority
			and (:perimeter is null or exists (select 1 from z.departements d where :perimeter in (d.code, d.region)))
			order by p.code, z.nomArs""")
	List<Intercommunalite> seenFrom(@Nullable String perimeter);

	/**
	 * One priority zone with all its departments, if an agent may see it.
	 * @param siren nine digits
	 * @param perimeter the agent's region or department, or {@code null} for everything
	 * @return the zone, if it exists and touches it
	 */
	@Query("""
			select z from Intercommunalite z join fetch z.departement join fetch z.departements
			where z.priority and z.siren = :siren
			and (:perimeter is null or exists (select 1 from z.departements d where :perimeter in (d.code, d.region)))""")
	Optional<Intercommunalite> seenFrom(String siren, @Nullable String perimeter);

	/**
	 * One zone of today, of the past or to come, with all its departments, if an agent
	 * may see it.
	 * @param siren nine digits
	 * @param perimeter the agent's region or department, or {@code null} for everything
	 * @return the zone, if it exists and touches it
	 */
	@Query("""
			select z from Intercommunalite z join fetch z.departement join fetch z.departements
			where z.siren = :siren
			and (:perimeter is null or exists (select 1 from z.departements d where :perimeter in (d.code, d.region)))""")
	Optional<Intercommunalite> known(String siren, @Nullable String perimeter);

	/**
	 * What the home page states of the scheme, added up from the rows.
	 * @return the number of priority zones and of their inhabitants
	 */
	@Query("""
			select new fr.medecinproche.territory.RegionFigures(count(z), coalesce(sum(z.population), 0))
			from Intercommunalite z where z.priority""")
	RegionFigures regionFigures();

}
