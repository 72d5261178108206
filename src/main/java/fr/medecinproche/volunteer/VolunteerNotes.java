package fr.medecinproche.volunteer;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * What agents tell each other of doctors.
 */
public interface VolunteerNotes extends Repository<VolunteerNote, Long> {

	VolunteerNote save(VolunteerNote note);

	/**
	 * A note on a doctor.
	 * @param id the note
	 * @param volunteerId the doctor
	 * @return the note, unless it is on somebody else
	 */
	Optional<VolunteerNote> findByIdAndVolunteerId(long id, long volunteerId);

	/**
	 * Forgets the notes on a doctor who has left for good.
	 * @param volunteerId the doctor
	 */
	@Modifying
	@Query("delete from VolunteerNote n where n.volunteerId = :volunteerId")
	void forget(long volunteerId);

	/**
	 * Forgets old notes.
	 * @param due those written before
	 * @return how many
	 */
	@Modifying
	@Query("delete from VolunteerNote n where n.writtenAt < :due")
	int forgetBefore(Instant due);

}
