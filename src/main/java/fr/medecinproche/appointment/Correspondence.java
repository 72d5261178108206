package fr.medecinproche.appointment;

import java.time.Instant;
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
	 * How many codes were sent somewhere, also for bookings that were given up since.
	 * @param contact an e-mail address, or a phone number in the international form
	 * @param since from when on
	 * @return a number
	 */
	int codesSentTo(String contact, Instant since);

	/**
	 * Makes sure that nothing more leaves about appointments, and forgets to whom what
	 * was sent went and what it said.
	 * @param appointmentIds the appointments
	 */
	void forget(List<Long> appointmentIds);

}
