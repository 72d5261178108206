package fr.medecinproche.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A calendar file to download or to send, as RFC 5545 has it.
 *
 * @param name what the calendar is called, or null for a file that is none
 * @param method what the receiver is asked to do, or null for a file to download
 * @param organizer the address the file comes from, or null for a file to download
 * @param attendee the address of the one invited, or null
 * @param events the entries
 */
public record CalendarFile(@Nullable String name, @Nullable Method method, @Nullable String organizer,
		@Nullable String attendee, List<CalendarEvent> events) {

	/** What a web page declares a calendar file to be. */
	public static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

	public CalendarFile {
		events = List.copyOf(events);
		if (method != null && organizer == null) {
			throw new IllegalArgumentException("RFC 5546: a file that is sent says who sends it");
		}
		if ((method == Method.REQUEST || method == Method.CANCEL) && (attendee == null || events.size() != 1)) {
			throw new IllegalArgumentException("RFC 5546: an invitation is for somebody, to one event");
		}
	}

	/**
	 * A file to download.
	 * @param events the entries
	 * @return the file
	 */
	public static CalendarFile of(CalendarEvent... events) {
		return new CalendarFile(null, null, null, null, List.of(events));
	}

	/**
	 * A calendar others subscribe to, and read again every hour or so.
	 * @param name what it is called
	 * @param events the entries, also those that no longer take place
	 * @return the file
	 */
	public static CalendarFile feed(String name, List<CalendarEvent> events) {
		return new CalendarFile(name, null, null, null, events);
	}

	/**
	 * A file to send for information: the receiver's calendar offers to keep it.
	 * @param organizer the e-mail address it comes from
	 * @param events the entries
	 * @return the file
	 */
	public static CalendarFile published(String organizer, CalendarEvent... events) {
		return new CalendarFile(null, Method.PUBLISH, organizer, null, List.of(events));
	}

	/**
	 * An invitation: the receiver's calendar shows it at once.
	 * @param organizer the e-mail address it comes from
	 * @param attendee the e-mail address it goes to
	 * @param event the entry
	 * @return the file
	 */
	public static CalendarFile invitation(String organizer, String attendee, CalendarEvent event) {
		return new CalendarFile(null, Method.REQUEST, organizer, attendee, List.of(event));
	}

	/**
	 * The end of an invitation: the receiver's calendar takes it away.
	 * @param organizer the e-mail address it comes from
	 * @param attendee the e-mail address it goes to
	 * @param event the entry, cancelled
	 * @return the file
	 */
	public static CalendarFile cancellation(String organizer, String attendee, CalendarEvent event) {
		return new CalendarFile(null, Method.CANCEL, organizer, attendee, List.of(event));
	}

	/**
	 * The file's text.
	 * @return lines of at most 75 octets of UTF-8, ended by CRLF
	 */
	public String text() {
		return new CalendarText().write(this);
	}

	/**
	 * The file's content.
	 * @return {@link #text()} in UTF-8, without a byte order mark
	 */
	public byte[] bytes() {
		return text().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * What a receiver is asked to do (RFC 5546).
	 */
	public enum Method {

		/** Know of it. */
		PUBLISH,

		/** Come. */
		REQUEST,

		/** Not come any more. */
		CANCEL

	}

}
