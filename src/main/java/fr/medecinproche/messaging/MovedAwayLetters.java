package fr.medecinproche.messaging;

import java.util.Optional;
import java.util.function.Function;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentMoved;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.web.Words;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes to patients who were moved, because the doctor cannot come or the place is
 * closed: they did not ask for it, so the letter says the old time and the new one, and
 * how to refuse. Whoever no letter reaches is called.
 */
@Component
class MovedAwayLetters {

	private static final String KIND = "AppointmentMovedAway";

	/** The same when it is at another place. */
	private static final String ELSEWHERE = "AppointmentMovedElsewhere";

	private static final String WHAT = "moved-away";

	private final Appointments appointments;

	private final Outbox outbox;

	private final PatientPost post;

	private final AppointmentNotices notices;

	private final LetterCalendar calendar;

	private final Words words;

	MovedAwayLetters(Appointments appointments, Outbox outbox, PatientPost post, AppointmentNotices notices,
			LetterCalendar calendar, Words words) {
		this.appointments = appointments;
		this.outbox = outbox;
		this.post = post;
		this.notices = notices;
		this.calendar = calendar;
		this.words = words;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(AppointmentMoved event) {
		if (!event.by().withdrawsTheDoctor()) {
			return;
		}
		var appointment = this.appointments.findById(event.appointmentId()).orElseThrow();
		var old = this.appointments.findById(event.fromId()).orElseThrow();
		this.outbox.withdraw(event.fromId());
		Function<String, Notice> notice = (place) -> notice(appointment, old, place)
			.leadingTo("/rendez-vous/" + event.link());
		this.post.mail(appointment, WHAT, (email) -> this.calendar.invitation(appointment, email), notice)
			.or(() -> this.post.sms(appointment, WHAT, notice))
			.or(() -> call(appointment, old))
			.ifPresent(this.outbox::enqueue);
	}

	/** A wrong address must not let somebody travel on the old day. */
	@EventListener
	void on(MessageFailed event) {
		var id = event.appointmentId();
		if (id == null || event.channel() == Channel.CALL || !event.dedupKey().endsWith(":" + WHAT)) {
			return;
		}
		this.appointments.findById(id)
			.filter(Appointment::isBooked)
			.flatMap((appointment) -> this.appointments.formerOf(id)
				.stream()
				.findFirst()
				.flatMap(this.appointments::findById)
				.map((old) -> call(appointment, old).orElseGet(() -> errand(old))))
			.ifPresent(this.outbox::enqueue);
	}

	private Optional<Letter> call(Appointment appointment, Appointment old) {
		return this.post.call(appointment, WHAT, notice(appointment, old, Place.of(appointment.getSlot()).name()));
	}

	/** They will come at the old time. */
	private Letter errand(Appointment old) {
		return this.post.errand(old, WHAT, this.notices.of("AppointmentUnreachable", old));
	}

	private Notice notice(Appointment appointment, Appointment old, String placeName) {
		var said = this.words.in(appointment.getLocale());
		boolean elsewhere = !appointment.getSlot().isAtSamePlaceAs(old.getSlot());
		return this.notices.of(elsewhere ? ELSEWHERE : KIND, appointment, placeName)
			.saying(said.dayWithoutYear(old.getDay()))
			.saying(said.time(old.getTime()))
			.with("before", said.dayAndTime(old.getStartsAt()))
			.with("code", String.valueOf(appointment.getCode()));
	}

}
