package fr.medecinproche.schedule;

/**
 * A volunteer gave a half-day back: it is open again, and nobody receives its patients.
 *
 * @param slotId the half-day
 * @param volunteerId who no longer comes
 */
public record HalfDayGivenBack(long slotId, long volunteerId) {

}
