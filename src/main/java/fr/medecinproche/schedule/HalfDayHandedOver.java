package fr.medecinproche.schedule;

/**
 * Another volunteer comes on a half-day: its patients are received at the time they have.
 *
 * @param slotId the half-day
 * @param from who no longer comes
 * @param to who comes instead
 */
public record HalfDayHandedOver(long slotId, long from, long to) {

}
