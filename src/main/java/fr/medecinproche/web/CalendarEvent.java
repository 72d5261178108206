package fr.medecinproche.web;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a calendar file. It says when and where, never who comes nor why: calendar
 * files are synchronised, shared and shown on locked screens.
 *
 * @param uid what the entry keeps for life, so that a later file replaces it
 * @param sequence 0 at first, one more at every change of time, place or status
 * @param stamp when the entry was written, or last changed
 * @param start when it starts
 * @param end when it ends, after the start
 * @param summary the title
 * @param location where, or null
 * @param description what to know, or null; several lines are allowed
 * @param link where to read more, or null
 * @param cancelled whether it no longer takes place
 */
public record CalendarEvent(String uid, int sequence, Instant stamp, Instant start, Instant end, String summary,
		@Nullable String location, @Nullable String description, @Nullable URI link, boolean cancelled) {

	public CalendarEvent {
		if (!start.isBefore(end)) {
			throw new IllegalArgumentException("An entry ends after it starts");
		}
		if (uid.isBlank() || summary.isBlank() || sequence < 0) {
			throw new IllegalArgumentException("An entry has an identifier, a title and a revision from 0");
		}
	}

	/**
	 * What an entry about something keeps for life, wherever it is written.
	 * @param what what it is about, such as "appointment"
	 * @param id its number
	 * @param settings tell which installation this is
	 * @return "appointment-7@host"
	 */
	public static String identifier(String what, long id, ServiceSettings settings) {
		return what + '-' + id + '@' + URI.create(settings.address()).getHost();
	}

	/**
	 * An entry that takes place as first agreed.
	 * @param uid what the entry keeps for life, unique in the world
	 * @param start when it starts
	 * @param end when it ends, after the start
	 * @param summary the title
	 * @param stamp now
	 * @return the entry
	 */
	public static CalendarEvent of(String uid, Instant start, Instant end, String summary, Instant stamp) {
		return new CalendarEvent(uid, 0, stamp, start, end, summary, null, null, null, false);
	}

	/**
	 * The same entry in a place.
	 * @param where the place, with its address
	 * @return the entry there
	 */
	public CalendarEvent at(String where) {
		return new CalendarEvent(this.uid, this.sequence, this.stamp, this.start, this.end, this.summary, where,
				this.description, this.link, this.cancelled);
	}

	/**
	 * The same entry with what to know.
	 * @param text one or several lines
	 * @return the entry described
	 */
	public CalendarEvent describedAs(String text) {
		return new CalendarEvent(this.uid, this.sequence, this.stamp, this.start, this.end, this.summary, this.location,
				text, this.link, this.cancelled);
	}

	/**
	 * The same entry with where to read more.
	 * @param more an address without a secret: calendars are synchronised and shared
	 * @return the entry linked
	 */
	public CalendarEvent linkedTo(URI more) {
		return new CalendarEvent(this.uid, this.sequence, this.stamp, this.start, this.end, this.summary, this.location,
				this.description, more, this.cancelled);
	}

	/**
	 * The same entry after changes.
	 * @param revision how many times it changed
	 * @return the entry revised
	 */
	public CalendarEvent revised(int revision) {
		return new CalendarEvent(this.uid, revision, this.stamp, this.start, this.end, this.summary, this.location,
				this.description, this.link, this.cancelled);
	}

	/**
	 * The same entry, which no longer takes place: its revision goes up by one.
	 * @return the entry cancelled
	 */
	public CalendarEvent cancel() {
		return new CalendarEvent(this.uid, this.sequence + 1, this.stamp, this.start, this.end, this.summary,
				this.location, this.description, this.link, true);
	}

}
