package fr.medecinproche.site.need;

import java.time.LocalDate;

import fr.medecinproche.site.DayPart;

/**
 * A half-day a doctor has taken where the site now wants nobody: somebody decides.
 *
 * @param slotId the half-day
 * @param day its day
 * @param period which half
 * @param doctor how the doctor is called
 * @param patients how many patients are booked
 * @param reason what the site said
 */
public record UnwantedHalfDay(long slotId, LocalDate day, DayPart period, String doctor, int patients, String reason) {

}
