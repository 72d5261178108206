package fr.medecinproche.volunteer;

import java.util.Optional;

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

}
