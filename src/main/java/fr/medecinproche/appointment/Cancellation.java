package fr.medecinproche.appointment;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * That a visit was called off.
 *
 * @param at when
 * @param by who did
 * @param reason what the patient answered, null when they did not
 */
@Embeddable
record Cancellation(@Column(name = "cancelled_at") Instant at,
		@Enumerated(EnumType.STRING) @Column(name = "cancelled_by") Canceller by,
		@Enumerated(EnumType.STRING) @Column(name = "cancel_reason") @Nullable CancelReason reason) {

}
