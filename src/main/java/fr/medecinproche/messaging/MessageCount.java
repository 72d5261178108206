package fr.medecinproche.messaging;

/**
 * How many messages are in a state.
 *
 * @param status the state
 * @param messages how many are in it
 */
public record MessageCount(MessageStatus status, long messages) {

}
