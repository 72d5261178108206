package fr.medecinproche.messaging;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

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

	private final PatientPost post;

	private final Words words;

	private final Clock clock;

	AppointmentLinkLetters(Appointments appointments, Outbox outbox, PatientPost post, Words words, Clock clock) {
		this.appointments = appointments;
		this.outbox = outbox;
		this.post = post;
		this.words = words;
		this.clock = clock;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(AppointmentLinkRequested event) {
		var appointment = this.appointments.findById(event.appointmentId()).orElseThrow();
		var what = "link:" + this.clock.instant().truncatedTo(ChronoUnit.HOURS);
		var said = this.words.in(appointment.getLocale());
		var notice = Notice.of(KIND, said.dayWithoutYear(appointment.getDay()), said.time(appointment.getTime()))
			.leadingTo("/rendez-vous/" + event.link());
		this.post.mail(appointment, what, (email) -> null, (place) -> notice)
			.or(() -> this.post.sms(appointment, what, (place) -> notice))
			.ifPresent(this.outbox::enqueue);
	}

}
