package fr.medecinproche.territory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The communes of the region and its neighbours. To find one by what somebody typed, see
 * {@link CommuneSearch}.
 */
public interface Communes extends Repository<Commune, String> {

	/**
	 * The commune of an INSEE code, with its department and its zone.
	 * @param insee five characters
	 * @return the commune, if known
	 */
	@EntityGraph(attributePaths = { "departement", "zone" })
	Optional<Commune> findById(String insee);

	/**
	 * The communes of some INSEE codes, with their department and their zone.
	 * @param insee the codes
	 * @return the communes that are known, in no order
	 */
	@EntityGraph(attributePaths = { "departement", "zone" })
	List<Commune> findByInseeIn(Collection<String> insee);

	/**
	 * The communes of a zone, with their department.
	 * @param siren the zone
	 * @return its communes by name
	 */
	@Query("select c from Commune c join fetch c.departement where c.zone.siren = :siren order by c.nom, c.insee")
	List<Commune> inZone(String siren);

}
