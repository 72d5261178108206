package fr.medecinproche.messaging;

import java.util.Arrays;
import java.util.Set;

/**
 * What a message is about, as its key begins.
 */
public enum MessageTopic {

	/** A patient's visit. */
	APPOINTMENT("appointment", "link", "contact-code"),

	/** A place on the waiting list. */
	WAITING("waiting", "waiting-offer"),

	/** Half-days of a doctor. */
	HALF_DAY("half-day"),

	/** A doctor is asked to stand in for another. */
	STAND_IN("stand-in", "stand-in-request"),

	/** A doctor's file. */
	VOLUNTEER("volunteer", "files", "joining"),

	/** What a doctor is paid. */
	INDEMNITY("indemnity", "answer"),

	/** A call for solidarity. */
	CAMPAIGN("campaign"),

	/** A place somebody has proposed. */
	PROPOSAL("proposal"),

	/** Somebody's account, or their invitation to have one. */
	ACCOUNT("account", "invitation"),

	/** Anything else. */
	OTHER;

	private final Set<String> beginnings;

	MessageTopic(String... beginnings) {
		this.beginnings = Set.of(beginnings);
	}

	/**
	 * What a message is about.
	 * @param key the key that keeps it from being written twice, "appointment:7:booked"
	 * @return its topic
	 */
	static MessageTopic of(String key) {
		var beginning = key.split(":", 2)[0];
		return Arrays.stream(values())
			.filter((topic) -> topic.beginnings.contains(beginning))
			.findFirst()
			.orElse(OTHER);
	}

	/**
	 * What it is called.
	 * @return the key of a message
	 */
	public String label() {
		return "messaging.board.topic." + name();
	}

}
