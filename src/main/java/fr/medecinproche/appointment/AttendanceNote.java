package fr.medecinproche.appointment;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * That somebody noted whether a patient came.
 *
 * @param at when
 * @param by who noted it
 */
@Embeddable
record AttendanceNote(@Column(name = "marked_at") Instant at,
		@Enumerated(EnumType.STRING) @Column(name = "marked_by") Marker by) {

}
