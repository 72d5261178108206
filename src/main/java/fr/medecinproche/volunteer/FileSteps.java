package fr.medecinproche.volunteer;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * What happened to files.
 */
public interface FileSteps extends Repository<FileStep, Long> {

	FileStep save(FileStep step);

	/**
	 * The history of a file.
	 * @param volunteerId whose file
	 * @return its steps, the first one first
	 */
	@Query("select s from FileStep s where s.volunteerId = :volunteerId order by s.number")
	List<FileStep> of(long volunteerId);

	/**
	 * One step.
	 * @param volunteerId whose file
	 * @param number which
	 * @return the step, if the file has come so far
	 */
	@Query("select s from FileStep s where s.volunteerId = :volunteerId and s.number = :number")
	Optional<FileStep> step(long volunteerId, int number);

}
