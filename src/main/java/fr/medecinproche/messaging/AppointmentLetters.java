package fr.medecinproche.messaging;

import java.util.function.Function;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentBooked;
import fr.medecinproche.appointment.AppointmentCancelled;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.web.CalendarFile;
import fr.medecinproche.web.Words;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes to patients: by e-mail, or by text message to those who have only a mobile.
 * Whoever has neither heard it on the phone. Letters say neither who is seen nor why.
 */
@Component
class AppointmentLetters {

	private final Appointments appointments;

	private final Outbox outbox;

	private final LetterWriter writer;

	private final LetterCalendar calendar;

	private final Words words;

	AppointmentLetters(Appointments appointments, Outbox outbox, LetterWriter writer, LetterCalendar calendar,
			Words words) {
		this.appointments = appointments;
		this.outbox = outbox;
		this.writer = writer;
		this.calendar = calendar;
		this.words = words;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(AppointmentBooked event) {
		var appointment = this.appointments.findById(event.appointmentId()).orElseThrow();
		var link = "/rendez-vous/" + event.link();
		send(appointment, "booked", this.calendar.of(appointment),
				(place) -> notice("AppointmentBooked", appointment, place)
					.with("code", String.valueOf(appointment.getCode()))
					.leadingTo(link));
	}

	/** Runs last, when all visits of a half-day are called off: then a flush is safe. */
	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(AppointmentCancelled event) {
		var appointment = this.appointments.findById(event.appointmentId()).orElseThrow();
		var kind = switch (event.by()) {
			case PATIENT, HOST, REGULATOR -> "AppointmentCancelled";
			case VOLUNTEER, AGENCY -> "AppointmentCalledOff";
		};
		send(appointment, "cancelled", this.calendar.withoutAnyMore(appointment),
				(place) -> notice(kind, appointment, place).leadingTo(searchFrom(appointment)));
	}

	private void send(Appointment appointment, String what, CalendarFile file, Function<String, Notice> notice) {
		var patient = appointment.getPatient();
		if (patient == null) {
			return;
		}
		var key = "appointment:%d:%s".formatted(appointment.getId(), what);
		var place = new Place(appointment.getSlot().getSite());
		if (patient.email() != null) {
			var envelope = envelope(key, patient.email(), appointment);
			this.outbox.enqueue(this.writer.mail(envelope, notice.apply(place.name()), file));
		}
		else if (hasMobile(patient)) {
			var envelope = envelope(key, String.valueOf(patient.phone()), appointment);
			var letter = this.writer.sms(envelope, notice.apply(place.name()));
			// a long name of a place costs a second message: the town says enough
			this.outbox.enqueue((Gsm7.messages(letter.text()) == 1) ? letter
					: this.writer.sms(envelope, notice.apply(place.town())));
		}
	}

	private Notice notice(String kind, Appointment appointment, String placeName) {
		var said = this.words.in(appointment.getLocale());
		var place = new Place(appointment.getSlot().getSite());
		return Notice
			.of(kind, said.dayWithoutYear(appointment.getDay()), said.time(appointment.getTime()), placeName,
					String.valueOf(appointment.getCode()), place.phone())
			.with("when", said.dayAndTime(appointment.getStartsAt()))
			.with("where", place.inFull())
			.with("phone", place.phone());
	}

	private static Envelope envelope(String key, String recipient, Appointment appointment) {
		return new Envelope(key, recipient, appointment.getLocale(), appointment.getStartsAt());
	}

	private static boolean hasMobile(Patient patient) {
		return patient.phoneNumber().filter(PhoneNumber::isMobile).isPresent();
	}

	private static String searchFrom(Appointment appointment) {
		var patient = appointment.getPatient();
		return (patient != null && patient.commune() != null) ? "/recherche?commune=" + patient.commune() : "/";
	}

}
