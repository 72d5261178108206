package fr.medecinproche.schedule;

import org.jspecify.annotations.Nullable;

/**
 * The agency closed a half-day: nobody takes it, and nobody receives its patients.
 *
 * @param slotId the half-day
 * @param volunteerId who was to come, and has the half-day back in their month; null when
 * nobody was
 */
public record HalfDayClosed(long slotId, @Nullable Long volunteerId) {

}
