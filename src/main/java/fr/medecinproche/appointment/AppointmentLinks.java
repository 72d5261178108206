package fr.medecinproche.appointment;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The links patients hold.
 */
interface AppointmentLinks extends Repository<AppointmentLink, String> {

	AppointmentLink save(AppointmentLink link);

	@Query("select l.appointment.id from AppointmentLink l where l.secretHash = :hash and l.expiresAt > :now")
	Optional<Long> appointmentBehind(String hash, Instant now);

}
