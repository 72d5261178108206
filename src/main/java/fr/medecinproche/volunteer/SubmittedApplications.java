package fr.medecinproche.volunteer;

import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * What volunteers answered to join.
 */
public interface SubmittedApplications extends Repository<SubmittedApplication, Long> {

	SubmittedApplication save(SubmittedApplication application);

	/**
	 * The answers of a volunteer.
	 * @param volunteerId the volunteer
	 * @return empty for a file of before the answers were asked
	 */
	Optional<SubmittedApplication> findById(long volunteerId);

	/**
	 * Forgets the answers of a volunteer who has left for good.
	 * @param volunteerId the volunteer
	 */
	@Modifying
	@Query("delete from SubmittedApplication a where a.volunteerId = :volunteerId")
	void forget(long volunteerId);

}
