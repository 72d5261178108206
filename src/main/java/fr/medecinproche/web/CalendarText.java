package fr.medecinproche.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of a {@link CalendarFile}. Our own because the libraries either do not
 * fold by octets, or leave out the time zone Outlook needs, or spell it back to 1891.
 */
final class CalendarText {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

	/** RFC 5545 §3.1, without the line break. */
	private static final int LINE_OCTETS = 75;

	/** The rule of the European Union since 1996. */
	private static final String ZONE = """
			BEGIN:VTIMEZONE
			TZID:Europe/Paris
			BEGIN:DAYLIGHT
			TZOFFSETFROM:+0100
			TZOFFSETTO:+0200
			TZNAME:CEST
			DTSTART:19960331T020000
			RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
			END:DAYLIGHT
			BEGIN:STANDARD
			TZOFFSETFROM:+0200
			TZOFFSETTO:+0100
			TZNAME:CET
			DTSTART:19961027T030000
			RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
			END:STANDARD
			END:VTIMEZONE
			""";

	private final StringBuilder lines = new StringBuilder(1024);

	String write(CalendarFile file) {
		line("BEGIN:VCALENDAR");
		line("VERSION:2.0");
		line("PRODID:-//medecin-proche//calendrier//FR");
		line("CALSCALE:GREGORIAN");
		if (file.method() != null) {
			line("METHOD:" + file.method());
		}
		if (file.name() != null) {
			text("NAME", file.name());
			text("X-WR-CALNAME", file.name());
			line("X-WR-TIMEZONE:Europe/Paris");
			line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
			line("X-PUBLISHED-TTL:PT1H");
		}
		ZONE.lines().forEach(this::line);
		file.events().forEach((event) -> event(event, file));
		line("END:VCALENDAR");
		return this.lines.toString();
	}

	private void event(CalendarEvent event, CalendarFile file) {
		line("BEGIN:VEVENT");
		text("UID", event.uid());
		line("DTSTAMP:" + utc(event.stamp()));
		line("LAST-MODIFIED:" + utc(event.stamp()));
		line("SEQUENCE:" + event.sequence());
		time("DTSTART", event.start());
		time("DTEND", event.end());
		text("SUMMARY", event.summary());
		text("LOCATION", event.location());
		text("DESCRIPTION", event.description());
		if (event.link() != null) {
			line("URL:" + event.link().toASCIIString());
		}
		line("STATUS:" + (event.cancelled() ? "CANCELLED" : "CONFIRMED"));
		line("TRANSP:OPAQUE");
		line("CLASS:PRIVATE");
		if (file.organizer() != null) {
			line("ORGANIZER:mailto:" + address(file.organizer()));
		}
		if (file.attendee() != null) {
			line("ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:" + address(file.attendee()));
		}
		line("END:VEVENT");
	}

	private void time(String name, Instant instant) {
		var local = LocalDateTime.ofInstant(instant, PARIS);
		// of the two hours called "2 h 30" in October, a local time means the first one
		var unambiguous = local.atZone(PARIS).toInstant().equals(instant);
		line(unambiguous ? name + ";TZID=Europe/Paris:" + LOCAL.format(local) : name + ':' + utc(instant));
	}

	private static String utc(Instant instant) {
		return LOCAL.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + 'Z';
	}

	private void text(String name, @Nullable String value) {
		if (value != null) {
			line(name + ':' + escaped(value));
		}
	}

	private static String escaped(String value) {
		var escaped = new StringBuilder(value.length() + 16);
		value.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach((point) -> {
			switch (point) {
				case '\n' -> escaped.append("\\n");
				case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(point);
				default -> {
					if (!Character.isISOControl(point) || point == '\t') {
						escaped.appendCodePoint(point);
					}
				}
			}
		});
		return escaped.toString();
	}

	private static String address(String email) {
		return email.replaceAll("[\\p{Cntrl}\\s]", "");
	}

	/** Folds by octets of UTF-8, never inside a character. */
	private void line(String line) {
		int room = LINE_OCTETS;
		for (int at = 0; at < line.length();) {
			int point = line.codePointAt(at);
			var character = Character.toString(point);
			int octets = character.getBytes(StandardCharsets.UTF_8).length;
			if (octets > room) {
				this.lines.append("\r\n ");
				room = LINE_OCTETS - 1;
			}
			this.lines.append(character);
			room -= octets;
			at += character.length();
		}
		this.lines.append("\r\n");
	}

}
