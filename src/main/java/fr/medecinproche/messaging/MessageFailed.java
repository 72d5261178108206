package fr.medecinproche.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A message will not leave any more.
 *
 * @param channel by which channel it would have
 * @param appointmentId what it was about, or null
 * @param dedupKey what made it one message
 */
record MessageFailed(Channel channel, @Nullable Long appointmentId, String dedupKey) {
}
