package fr.medecinproche.messaging;

import java.time.Duration;

/**
 * A bean of this type takes the place of the settings {@code medecin-proche.outbox}: the
 * demo mailbox shows messages that an installation would have forgotten.
 *
 * @param bodies how long a settled message keeps what it said
 * @param recipients how long a settled message keeps to whom it went
 */
public record MessageRetention(Duration bodies, Duration recipients) {

}
