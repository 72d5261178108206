package fr.medecinproche.messaging;

import java.time.Instant;

import fr.medecinproche.schedule.QuietHours;
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
 * @param handling what it is about, who carries it, when
 */
record Letter(String dedupKey, Channel channel, String recipient, @Nullable String subject, String text,
		@Nullable String html, @Nullable String calendar, Instant notAfter, Handling handling) {

	private static final int SUBJECT_LENGTH = 200;

	Letter {
		if (dedupKey.isBlank() || text.isBlank()) {
			throw new IllegalArgumentException("A letter says something, once");
		}
		recipient = recipient.replaceAll("[\\p{Cntrl}\\s]", "");
		subject = (subject != null) ? oneLine(subject) : null;
	}

	/** A letter about no appointment, that may leave at any hour. */
	Letter(String dedupKey, Channel channel, String recipient, @Nullable String subject, String text,
			@Nullable String html, @Nullable String calendar, Instant notAfter) {
		this(dedupKey, channel, recipient, subject, text, html, calendar, notAfter,
				new Handling(null, null, false, null));
	}

	/** The same letter about an appointment: it is forgotten with it. */
	Letter about(long appointmentId) {
		return handled(new Handling(appointmentId, this.handling.siteId(), this.handling.byDay(),
				this.handling.unsubscribe()));
	}

	/** The same letter, for the people of a site to carry. */
	Letter carriedBy(long siteId) {
		return handled(new Handling(this.handling.appointmentId(), siteId, this.handling.byDay(),
				this.handling.unsubscribe()));
	}

	/**
	 * The same letter, which wakes nobody up: it waits for the end of the
	 * {@link QuietHours}.
	 */
	Letter byDay() {
		return handled(
				new Handling(this.handling.appointmentId(), this.handling.siteId(), true, this.handling.unsubscribe()));
	}

	/** The same letter, with the address where whoever wants none again says so. */
	Letter leftBy(@Nullable String address) {
		return handled(
				new Handling(this.handling.appointmentId(), this.handling.siteId(), this.handling.byDay(), address));
	}

	/** The same letter, of no use from an earlier instant on. */
	Letter usefulUntil(Instant end) {
		return new Letter(this.dedupKey, this.channel, this.recipient, this.subject, this.text, this.html,
				this.calendar, end, this.handling);
	}

	private Letter handled(Handling handling) {
		return new Letter(this.dedupKey, this.channel, this.recipient, this.subject, this.text, this.html,
				this.calendar, this.notAfter, handling);
	}

	/** A line break in a header would start another header. */
	private static String oneLine(String subject) {
		var line = subject.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
		return (line.length() > SUBJECT_LENGTH) ? line.substring(0, SUBJECT_LENGTH) : line;
	}

	/**
	 * How a letter is handled.
	 *
	 * @param appointmentId the appointment it is about, or null
	 * @param siteId the site whose host carries it, for a call only
	 * @param byDay whether it waits for the end of the quiet hours
	 * @param unsubscribe where a mail program says that its reader wants no such letter
	 * again (RFC 8058), or null
	 */
	record Handling(@Nullable Long appointmentId, @Nullable Long siteId, boolean byDay, @Nullable String unsubscribe) {
	}

}
