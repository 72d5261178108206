package fr.medecinproche.appointment;

import java.time.Instant;

/**
 * A message to a patient, without what it said.
 *
 * @param at when it was written
 * @param channel how it travels: "EMAIL", "SMS"…
 * @param sent whether it has left
 */
public record SentLetter(Instant at, String channel, boolean sent) {

}
