package fr.medecinproche.appointment;

import fr.medecinproche.schedule.HalfDaySlot;

/**
 * A time a patient may choose, with the half-day that tells the doctor and the site.
 *
 * @param slot the half-day, its site and doctor loaded
 * @param time the time
 */
public record Offer(HalfDaySlot slot, ConsultationTime time) {

}
