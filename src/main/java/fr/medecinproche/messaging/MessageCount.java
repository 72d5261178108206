package fr.medecinproche.messaging;

/**
 * How many messages of a channel are in a state.
 *
 * @param channel the channel
 * @param status the state
 * @param messages how many are in it
 */
public record MessageCount(Channel channel, MessageStatus status, long messages) {

	/** The message that names the state: what is sent elsewhere is made, for a call. */
	public String label() {
		return "messaging." + ((this.channel == Channel.CALL) ? "CallStatus." : "MessageStatus.") + this.status;
	}

}
