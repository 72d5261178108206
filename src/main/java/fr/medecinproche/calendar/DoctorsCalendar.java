package fr.medecinproche.calendar;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.web.CalendarEvent;
import fr.medecinproche.web.CalendarFile;
import fr.medecinproche.web.ServiceSettings;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes half-days as entries of a calendar. Feed and invitations write the same entry:
 * one identifier for life, a revision that only goes up. Neither says who comes, nor
 * carries a link that acts: calendars are synchronised and shared.
 */
@Service
@Transactional(readOnly = true)
public class DoctorsCalendar {

	private static final int MONTHS_BACK = 12;

	private final CalendarEntries entries;

	private final ServiceSettings settings;

	private final MessageSource messages;

	private final Clock clock;

	DoctorsCalendar(CalendarEntries entries, ServiceSettings settings, MessageSource messages, Clock clock) {
		this.entries = entries;
		this.settings = settings;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * A half-day as a doctor's calendar should have it now.
	 * @param slotId the half-day, theirs now or before
	 * @param volunteerId the doctor
	 * @param locale the doctor's language
	 * @return the entry, cancelled when it is no longer theirs
	 * @throws java.util.NoSuchElementException when it never was
	 */
	public CalendarEvent entry(long slotId, long volunteerId, Locale locale) {
		return event(this.entries.of(slotId, volunteerId).orElseThrow(), locale);
	}

	/**
	 * All half-days of a doctor: those of the last twelve months, all to come, and for
	 * thirty days those that are no longer theirs. As long as nothing changes, so does
	 * not a letter of it.
	 * @param volunteerId the doctor
	 * @param locale the doctor's language
	 * @return the file
	 */
	public CalendarFile feed(long volunteerId, Locale locale) {
		List<CalendarEvent> events = this.entries.since(volunteerId, LocalDate.now(this.clock).minusMonths(MONTHS_BACK))
			.stream()
			.map((entry) -> counted(entry, locale))
			.toList();
		return CalendarFile.feed(said("calendar.feed.name", locale), events);
	}

	private CalendarEvent counted(CalendarEntry entry, Locale locale) {
		var event = event(entry, locale);
		return entry.cancelled() ? event : event.describedAs(said("calendar.entry.patients", locale, entry.patients()));
	}

	private CalendarEvent event(CalendarEntry entry, Locale locale) {
		var uid = CalendarEvent.identifier("half-day", entry.slotId(), this.settings);
		var page = URI.create(this.settings.address().replaceFirst("/+$", "") + "/medecin/agenda/" + entry.slotId());
		return new CalendarEvent(uid, entry.revision(), entry.changedAt(), entry.begins(), entry.ends(),
				said("calendar.entry.title", locale, entry.place()), entry.address(), null,
				entry.cancelled() ? null : page, entry.cancelled());
	}

	private String said(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
