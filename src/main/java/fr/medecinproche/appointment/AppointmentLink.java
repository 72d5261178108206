package fr.medecinproche.appointment;

import java.time.Instant;

import fr.medecinproche.account.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * The patient's own way to an appointment: a secret in a message, its hash here.
 */
@Entity
class AppointmentLink {

	@Id
	@Column(name = "secret_hash")
	private String secretHash;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "appointment_id", updatable = false)
	private Appointment appointment;

	@Column(updatable = false)
	private Instant expiresAt;

	@SuppressWarnings("NullAway.Init")
	protected AppointmentLink() {
	}

	AppointmentLink(Secret secret, Appointment appointment, Instant expiresAt) {
		this.secretHash = secret.hash();
		this.appointment = appointment;
		this.expiresAt = expiresAt;
	}

}
