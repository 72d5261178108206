package fr.medecinproche.messaging;

import java.util.function.Function;
import java.util.stream.Stream;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentAccess;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Writes reminders: an e-mail and a text message to those who have both, each with a link
 * of its own to move the visit or call it off. They name the day: "tomorrow" might not be
 * true any more when it is read.
 */
@Component
class ReminderLetters {

	private final AppointmentAccess access;

	private final Outbox outbox;

	private final PatientPost post;

	private final AppointmentNotices notices;

	ReminderLetters(AppointmentAccess access, Outbox outbox, PatientPost post, AppointmentNotices notices) {
		this.access = access;
		this.outbox = outbox;
		this.post = post;
		this.notices = notices;
	}

	void write(Appointment appointment) {
		var mail = this.post.mail(appointment, "reminder:email", (email) -> null, noticeOf(appointment));
		var sms = this.post.sms(appointment, "reminder:sms", noticeOf(appointment));
		Stream.of(mail, sms)
			.flatMap((letter) -> letter.stream())
			.map((letter) -> letter.byDay().usefulUntil(appointment.getStartsAt().minus(Reminders.AHEAD)))
			.forEach(this.outbox::enqueue);
	}

	/** One link per letter, made only for a letter that is written. */
	private Function<String, Notice> noticeOf(Appointment appointment) {
		var link = SingletonSupplier.of(() -> this.access.issueLink(appointment).value());
		return (place) -> this.notices.of("AppointmentReminder", appointment, place)
			.with("code", String.valueOf(appointment.getCode()))
			.leadingTo("/rendez-vous/" + link.obtain());
	}

}
