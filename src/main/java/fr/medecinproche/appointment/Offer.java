package fr.medecinproche.appointment;

import fr.medecinproche.schedule.HalfDaySlot;
import org.jspecify.annotations.Nullable;

/**
 * A time a patient may choose, with the half-day that tells the doctor and the site.
 *
 * @param slot the half-day, its site and doctor loaded
 * @param time the time
 * @param keptFor for whom it is kept at present, null when it is everybody's
 */
public record Offer(HalfDaySlot slot, ConsultationTime time, @Nullable KeptFor keptFor) {

}
