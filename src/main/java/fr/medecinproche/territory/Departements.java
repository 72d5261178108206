package fr.medecinproche.territory;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The departments of the region and its neighbours.
 */
public interface Departements extends Repository<Departement, String> {

	/**
	 * The department of a code.
	 * @param code such as {@code 32}
	 * @return the department, if known
	 */
	Optional<Departement> findById(String code);

	/**
	 * The departments of the scheme that an agent sees.
	 * @param perimeter the agent's region or department, or {@code null} for everything
	 * @return in the order of their codes
	 */
	@Query("""
			select d from Departement d where d.inRegion
			and (:perimeter is null or :perimeter in (d.code, d.region)) order by d.code""")
	List<Departement> within(@Nullable String perimeter);

}
