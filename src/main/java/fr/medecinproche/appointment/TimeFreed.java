package fr.medecinproche.appointment;

/**
 * A time of a half-day with a doctor is free again: its patient cancelled, moved, or did
 * not confirm.
 *
 * @param slotId the half-day, locked by the transaction that frees the time
 */
public record TimeFreed(long slotId) {

}
