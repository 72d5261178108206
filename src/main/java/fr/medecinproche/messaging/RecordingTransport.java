package fr.medecinproche.messaging;

/**
 * Stands where no server is set: messages stay in the outbox, and say so.
 *
 * @param channel the channel without a server
 */
public record RecordingTransport(Channel channel) implements MessageTransport {

	@Override
	public MessageStatus send(OutboxMessage message) {
		return MessageStatus.RECORDED;
	}

}
