package fr.medecinproche.appointment;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The bookings that wait for a code.
 */
interface ContactChecks extends Repository<ContactCheck, Long> {

	ContactCheck save(ContactCheck check);

	@Query("select c from ContactCheck c where c.appointmentId = (select a.id from Appointment a where a.holdHash = :hash)")
	Optional<ContactCheck> ofHold(String hash);

	@Query("select c.appointmentId from ContactCheck c where c.appointmentId = "
			+ "(select a.id from Appointment a where a.holdHash = :hash)")
	Optional<Long> idOfHold(String hash);

	/** One try at a time. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from ContactCheck c where c.appointmentId = :heldId")
	Optional<ContactCheck> lock(long heldId);

	@Modifying
	@Query("delete from ContactCheck c where c.appointmentId = :heldId")
	void forget(long heldId);

}
