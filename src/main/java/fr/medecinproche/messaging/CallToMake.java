package fr.medecinproche.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to call.
 *
 * @param message what to say, and to which number
 * @param appointment what it is about, or null
 */
public record CallToMake(OutboxMessage message, @Nullable Appointment appointment) {

	public long id() {
		return this.message.getId();
	}

	/** What it is about; null about no appointment. */
	public @Nullable Long appointmentId() {
		return this.message.getAppointmentId();
	}

	/** Whether the person has no visit any more, for all this call knows. */
	public boolean isAboutVisitCalledOff() {
		return this.appointment != null && this.appointment.getStatus() == AppointmentStatus.CANCELLED;
	}

	/** Who is called; empty once forgotten. */
	public String name() {
		return Optional.ofNullable(this.appointment)
			.map(Appointment::getPatient)
			.map((patient) -> patient.fullName())
			.orElse("");
	}

	/** Where to call; null once forgotten. */
	public @Nullable PhoneNumber phone() {
		return Optional.ofNullable(this.message.getRecipient()).map(PhoneNumber::new).orElse(null);
	}

	/** What to say, sentence by sentence. */
	public List<String> sentences() {
		return Optional.ofNullable(this.message.getBodyText()).map((text) -> text.lines().toList()).orElse(List.of());
	}

	/** How often nobody picked up. */
	public int missed() {
		return this.message.getAttempts();
	}

	/** From when on it is too late. */
	public Instant before() {
		return this.message.getNotAfter();
	}

}
