package fr.medecinproche.messaging;

/**
 * Carries the messages of one channel out of the application.
 */
public interface MessageTransport {

	/**
	 * The channel it serves.
	 * @return one channel
	 */
	Channel channel();

	/**
	 * Hands a message over, within a time shorter than the lease.
	 * @param message what to send
	 * @return {@link MessageStatus#SENT} when a server took it,
	 * {@link MessageStatus#RECORDED} when there is none
	 * @throws RefusedForGoodException when it will never leave
	 * @throws RuntimeException when it could not leave now; it is tried again later
	 */
	MessageStatus send(OutboxMessage message);

}
