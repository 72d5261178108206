package fr.medecinproche.messaging;

import java.time.Instant;

/**
 * How a channel does.
 *
 * @param channel the channel
 * @param waiting how many messages wait to leave
 * @param oldest when the first of them was written
 * @param stuck whether something could have left for an hour, and nothing has
 */
public record ChannelHealth(Channel channel, long waiting, Instant oldest, boolean stuck) {
}
