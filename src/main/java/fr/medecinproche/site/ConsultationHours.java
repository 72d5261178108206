package fr.medecinproche.site;

import java.time.LocalTime;

import jakarta.persistence.Embeddable;

/**
 * The hours a site receives, in the local time of mainland France.
 *
 * @param morningStart first minute of the morning
 * @param morningEnd end of the morning
 * @param afternoonStart first minute of the afternoon, not before the morning's end
 * @param afternoonEnd end of the afternoon
 */
@Embeddable
public record ConsultationHours(LocalTime morningStart, LocalTime morningEnd, LocalTime afternoonStart,
		LocalTime afternoonEnd) {

	/** 9:00–12:30 and 14:00–17:30. */
	public static final ConsultationHours USUAL = new ConsultationHours(LocalTime.of(9, 0), LocalTime.of(12, 30),
			LocalTime.of(14, 0), LocalTime.of(17, 30));

	/**
	 * Whether each half-day ends after it starts, and the afternoon follows the morning.
	 * @return false when the database would refuse these hours
	 */
	public boolean inOrder() {
		return this.morningStart.isBefore(this.morningEnd) && !this.morningEnd.isAfter(this.afternoonStart)
				&& this.afternoonStart.isBefore(this.afternoonEnd);
	}

}
