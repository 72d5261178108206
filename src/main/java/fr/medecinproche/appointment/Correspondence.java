package fr.medecinproche.appointment;

import java.util.List;

/**
 * What was written to a patient about their appointment. Whoever sends the messages
 * answers.
 */
public interface Correspondence {

	/**
	 * The messages about appointments.
	 * @param appointmentIds the appointments
	 * @return oldest first, without what they said
	 */
	List<SentLetter> about(List<Long> appointmentIds);

	/**
	 * Makes sure that nothing more leaves about appointments, and forgets to whom what
	 * was sent went and what it said.
	 * @param appointmentIds the appointments
	 */
	void forget(List<Long> appointmentIds);

}
