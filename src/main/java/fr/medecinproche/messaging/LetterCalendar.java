package fr.medecinproche.messaging;

import java.time.Clock;
import java.util.Locale;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.calendar.DoctorsCalendar;
import fr.medecinproche.web.CalendarEvent;
import fr.medecinproche.web.CalendarFile;
import fr.medecinproche.web.ServiceSettings;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The calendar files that go with letters. They carry no link that acts: calendars are
 * synchronised and shared.
 */
@Component
class LetterCalendar {

	private final Appointments appointments;

	private final DoctorsCalendar halfDays;

	private final MailSettings mail;

	private final ServiceSettings settings;

	private final MessageSource messages;

	private final Clock clock;

	LetterCalendar(Appointments appointments, DoctorsCalendar halfDays, MailSettings mail, ServiceSettings settings,
			MessageSource messages, Clock clock) {
		this.appointments = appointments;
		this.halfDays = halfDays;
		this.mail = mail;
		this.settings = settings;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * An appointment, for the patient's calendar: calendars show an invitation by
	 * themselves.
	 */
	CalendarFile invitation(Appointment appointment, String email) {
		return CalendarFile.invitation(this.mail.from(), email, entry(appointment));
	}

	/** An appointment that no longer takes place. */
	CalendarFile cancellation(Appointment appointment, String email) {
		return CalendarFile.cancellation(this.mail.from(), email, entry(appointment).cancel());
	}

	/** A visit that was moved stays the entry it first was, revised by each move. */
	private CalendarEvent entry(Appointment appointment) {
		var former = this.appointments.formerOf(appointment.getId());
		var first = former.isEmpty() ? appointment.getId() : former.getLast();
		var place = Place.of(appointment.getSlot());
		var locale = appointment.getLocale();
		return CalendarEvent
			.of(CalendarEvent.identifier("appointment", first, this.settings), appointment.getStartsAt(),
					appointment.getEndsAt(), said("AppointmentBooked.entry", locale), this.clock.instant())
			.at(place.inFull())
			.describedAs(said("AppointmentBooked.entryNote", locale, place.phone()))
			.revised(former.size());
	}

	/** A half-day a doctor took, or no longer has. */
	CalendarFile halfDay(long slotId, long volunteerId, String email, Locale locale) {
		var entry = this.halfDays.entry(slotId, volunteerId, locale);
		return entry.cancelled() ? CalendarFile.cancellation(this.mail.from(), email, entry)
				: CalendarFile.invitation(this.mail.from(), email, entry);
	}

	private String said(String key, Locale locale, String... arguments) {
		return this.messages.getMessage("messaging." + key, arguments, locale);
	}

}
