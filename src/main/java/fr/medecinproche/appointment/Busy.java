package fr.medecinproche.appointment;

import java.time.Instant;

/**
 * A span of a half-day somebody has, or holds for the moment.
 *
 * @param slotId the half-day
 * @param startsAt its first minute
 * @param endsAt the minute after its last
 */
public record Busy(long slotId, Instant startsAt, Instant endsAt) {

}
