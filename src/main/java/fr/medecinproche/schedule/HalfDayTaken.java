package fr.medecinproche.schedule;

/**
 * A volunteer took a half-day: patients may now book it.
 *
 * @param slotId the half-day
 * @param volunteerId who comes
 */
public record HalfDayTaken(long slotId, long volunteerId) {

}
