package fr.medecinproche.messaging;

/**
 * What became of a message.
 */
public enum MessageStatus {

	/** It waits for its turn, or for another attempt. */
	PENDING,

	/** A server accepted it. */
	SENT,

	/** No server is set for its channel: it was kept here and went nowhere. */
	RECORDED,

	/** It was no longer useful before it could leave. */
	EXPIRED,

	/** It was refused for good, or every attempt failed. */
	FAILED

}
