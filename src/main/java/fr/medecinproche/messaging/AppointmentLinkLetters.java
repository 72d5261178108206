package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.appointment.AppointmentLinkRequested;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.web.Words;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends patients the way back to an appointment they have, once in an hour of the clock
 * at most: anybody can ask in anybody's name.
 */
@Component
class AppointmentLinkLetters {

	private static final String KIND = "AppointmentLinkRequested";

	private final Appointments appointments;

	private final Outbox outbox;

	private final LetterWriter writer;

	private final Words words;

	private final Clock clock;

	AppointmentLinkLetters(Appointments appointments, Outbox outbox, LetterWriter writer, Words words, Clock clock) {
		this.appointments = appointments;
		this.outbox = outbox;
		this.writer = writer;
		this.words = words;
		this.clock = clock;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(AppointmentLinkRequested event) {
		var appointment = this.appointments.findById(event.appointmentId()).orElseThrow();
		var patient = appointment.getPatient();
		if (patient == null) {
			return;
		}
		var hour = this.clock.instant().truncatedTo(ChronoUnit.HOURS);
		var key = "appointment:%d:link:%s".formatted(appointment.getId(), hour);
		var said = this.words.in(appointment.getLocale());
		var notice = Notice.of(KIND, said.dayWithoutYear(appointment.getDay()), said.time(appointment.getTime()))
			.leadingTo("/rendez-vous/" + event.link());
		var until = appointment.getStartsAt();
		if (patient.email() != null) {
			this.outbox.enqueue(
					this.writer.mail(new Envelope(key, patient.email(), appointment.getLocale(), until), notice, null));
		}
		else {
			patient.phoneNumber()
				.filter(PhoneNumber::isMobile)
				.ifPresent((mobile) -> this.outbox.enqueue(
						this.writer.sms(new Envelope(key, mobile.e164(), appointment.getLocale(), until), notice)));
		}
	}

}
