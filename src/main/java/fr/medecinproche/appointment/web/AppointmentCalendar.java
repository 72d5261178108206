package fr.medecinproche.appointment.web;

import java.net.URI;
import java.time.Clock;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.web.CalendarEvent;
import fr.medecinproche.web.CalendarFile;
import fr.medecinproche.web.ServiceSettings;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * An appointment as a calendar keeps it: when and where, never who comes nor why, and not
 * the link, for whoever sees a shared calendar could cancel with it.
 */
@Component
class AppointmentCalendar {

	private final Appointments appointments;

	private final MessageSource messages;

	private final ServiceSettings settings;

	private final Clock clock;

	AppointmentCalendar(Appointments appointments, MessageSource messages, ServiceSettings settings, Clock clock) {
		this.appointments = appointments;
		this.messages = messages;
		this.settings = settings;
		this.clock = clock;
	}

	CalendarFile of(Appointment appointment) {
		var site = appointment.getSlot().getSite();
		var where = site.getNom() + ", " + appointment.getSlot().getPlace().inFull();
		// the entry the letters speak of: a visit that moves stays the one it first was
		var former = this.appointments.formerOf(appointment.getId());
		var first = former.isEmpty() ? appointment.getId() : former.getLast();
		var event = CalendarEvent
			.of(CalendarEvent.identifier("appointment", first, this.settings), appointment.getStartsAt(),
					appointment.getEndsAt(), say("appointment.calendar.summary", appointment), this.clock.instant())
			.at(where)
			.describedAs(say("appointment.calendar.description", appointment, site.getPhone()))
			.linkedTo(URI.create(this.settings.address() + "/rendez-vous/retrouver"))
			.revised(former.size());
		return CalendarFile.of(appointment.getCancelledBy() != null ? event.cancel() : event);
	}

	private String say(String key, Appointment appointment, Object... arguments) {
		return this.messages.getMessage(key, arguments, appointment.getLocale());
	}

}
