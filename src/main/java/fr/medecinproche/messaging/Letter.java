package fr.medecinproche.messaging;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A message to put in the outbox.
 *
 * @param dedupKey what makes it one message, however often it is asked for; it names what
 * happened, never who
 * @param channel how it travels
 * @param recipient an e-mail address, or a phone number in the international form
 * @param subject the subject of an e-mail, neutral since it shows on locked screens; null
 * for an SMS
 * @param text what it says
 * @param html the same as a page, or null
 * @param calendar a calendar file, or null
 * @param notAfter when it is of no use any more
 */
record Letter(String dedupKey, Channel channel, String recipient, @Nullable String subject, String text,
		@Nullable String html, @Nullable String calendar, Instant notAfter) {

	private static final int SUBJECT_LENGTH = 200;

	Letter {
		if (dedupKey.isBlank() || text.isBlank()) {
			throw new IllegalArgumentException("A letter says something, once");
		}
		recipient = recipient.replaceAll("[\\p{Cntrl}\\s]", "");
		subject = (subject != null) ? oneLine(subject) : null;
	}

	/** A line break in a header would start another header. */
	private static String oneLine(String subject) {
		var line = subject.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
		return (line.length() > SUBJECT_LENGTH) ? line.substring(0, SUBJECT_LENGTH) : line;
	}

}
