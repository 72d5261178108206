package fr.medecinproche.volunteer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The « annuaire santé »: who holds which RPPS number. It is public, and an aid rather
 * than a rule: an installation may have none, and whoever is not in it may still apply.
 */
public interface HealthDirectory {

	/**
	 * Which extract answers.
	 * @return its name and day, or empty when none was imported
	 */
	Optional<Extract> extract();

	/**
	 * Looks a doctor up.
	 * @param rpps a number
	 * @return who holds it, or empty when the extract has no doctor of that number, or
	 * there is none
	 */
	Optional<DirectoryEntry> find(Rpps rpps);

	/**
	 * An extract that was imported.
	 *
	 * @param name of the file
	 * @param day the state of the directory
	 * @param doctors how many it has
	 */
	record Extract(String name, LocalDate day, int doctors) {
	}

}
