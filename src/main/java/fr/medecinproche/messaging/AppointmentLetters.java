package fr.medecinproche.messaging;

import java.util.Optional;
import java.util.function.Function;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentBooked;
import fr.medecinproche.appointment.AppointmentCancelled;
import fr.medecinproche.appointment.AppointmentMoved;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.Canceller;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes to patients: by e-mail, or by text message to those who have only a mobile.
 * Whoever has neither heard it on the phone, and is called when somebody else changes it.
 * Letters say neither who is seen nor why.
 */
@Component
class AppointmentLetters {

	private final Appointments appointments;

	private final Outbox outbox;

	private final PatientPost post;

	private final AppointmentNotices notices;

	private final CancellationNotices cancellations;

	private final LetterCalendar calendar;

	AppointmentLetters(Appointments appointments, Outbox outbox, PatientPost post, AppointmentNotices notices,
			CancellationNotices cancellations, LetterCalendar calendar) {
		this.appointments = appointments;
		this.outbox = outbox;
		this.post = post;
		this.notices = notices;
		this.cancellations = cancellations;
		this.calendar = calendar;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(AppointmentBooked event) {
		var appointment = this.appointments.findById(event.appointmentId()).orElseThrow();
		invite(appointment, "booked", "AppointmentBooked", event.link()).ifPresent(this.outbox::enqueue);
	}

	/**
	 * One letter with the new time and place; the entry in the patient's calendar moves.
	 * Whoever did not move it themselves must hear of it.
	 */
	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(AppointmentMoved event) {
		if (event.by().withdrawsTheDoctor()) {
			return; // see MovedAwayLetters
		}
		var appointment = this.appointments.findById(event.appointmentId()).orElseThrow();
		this.outbox.withdraw(event.fromId());
		invite(appointment, "moved", "AppointmentMoved", event.link()).or(() -> (event.by() != Canceller.PATIENT)
				? this.post.call(appointment, "moved", this.notices.of("AppointmentMoved", appointment))
				: Optional.empty())
			.ifPresent(this.outbox::enqueue);
	}

	private Optional<Letter> invite(Appointment appointment, String what, String kind, String secret) {
		Function<String, Notice> notice = (place) -> this.notices.of(kind, appointment, place)
			.with("code", String.valueOf(appointment.getCode()))
			.leadingTo("/rendez-vous/" + secret);
		return this.post.mail(appointment, what, (email) -> this.calendar.invitation(appointment, email), notice)
			.or(() -> this.post.sms(appointment, what, notice));
	}

	/**
	 * Runs last, when all visits of a half-day are called off: then a flush is safe. It
	 * comes before the withdrawal, so as to wait for reminders just being written.
	 */
	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(AppointmentCancelled event) {
		var appointment = this.appointments.findById(event.appointmentId()).orElseThrow();
		this.outbox.withdraw(appointment.getId());
		var notice = this.cancellations.written(appointment, event.by());
		this.post.mail(appointment, "cancelled", (email) -> this.calendar.cancellation(appointment, email), notice)
			.or(() -> this.post.sms(appointment, "cancelled", notice))
			.or(() -> isNewsToThePatient(event.by()) ? call(appointment, event.by()) : Optional.empty())
			.ifPresent(this.outbox::enqueue);
	}

	/** A wrong address must not let somebody travel for nothing. */
	@EventListener
	void on(MessageFailed event) {
		if (event.appointmentId() == null || event.channel() == Channel.CALL) {
			return;
		}
		this.appointments.findById(event.appointmentId()).ifPresent((appointment) -> {
			var by = appointment.getCancelledBy();
			if (by != null && isNewsToThePatient(by)) {
				call(appointment, by).ifPresent(this.outbox::enqueue);
			}
		});
	}

	private Optional<Letter> call(Appointment appointment, Canceller by) {
		return this.post.call(appointment, "cancelled", this.cancellations.spoken(appointment, by))
			.or(() -> Optional.of(this.post.errand(appointment, "cancelled",
					this.notices.of("AppointmentUnreachable", appointment))));
	}

	private static boolean isNewsToThePatient(Canceller by) {
		return switch (by) {
			case PATIENT, REGULATOR -> false;
			case HOST, VOLUNTEER, AGENCY -> true;
		};
	}

}
