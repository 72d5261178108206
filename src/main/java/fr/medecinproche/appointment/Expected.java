package fr.medecinproche.appointment;

/**
 * How many patients a half-day expects.
 *
 * @param slotId the half-day
 * @param patients how many, at least one
 */
public record Expected(long slotId, long patients) {

}
