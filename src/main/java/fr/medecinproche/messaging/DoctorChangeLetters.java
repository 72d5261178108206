package fr.medecinproche.messaging;

import java.util.List;
import java.util.function.Function;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentAccess;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.schedule.HalfDayHandedOver;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells patients that another doctor sees them: pages have shown them a name. Day, time
 * and place stay, so nobody is called for it; the letter names no doctor, as all letters.
 */
@Component
class DoctorChangeLetters {

	private final Appointments appointments;

	private final AppointmentAccess access;

	private final Outbox outbox;

	private final PatientPost post;

	private final AppointmentNotices notices;

	DoctorChangeLetters(Appointments appointments, AppointmentAccess access, Outbox outbox, PatientPost post,
			AppointmentNotices notices) {
		this.appointments = appointments;
		this.access = access;
		this.outbox = outbox;
		this.post = post;
		this.notices = notices;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(HalfDayHandedOver event) {
		var expected = this.appointments.dayList(List.of(event.slotId()))
			.stream()
			.filter(Appointment::isBooked)
			.map(Appointment::getId)
			.toList();
		this.appointments.withPlaces(expected).forEach((appointment) -> write(appointment, event.to()));
	}

	private void write(Appointment appointment, long to) {
		var patient = appointment.getPatient();
		if (patient == null || !patient.isReachableInWriting()) {
			return;
		}
		var link = "/rendez-vous/" + this.access.issueLink(appointment).value();
		Function<String, Notice> notice = (place) -> this.notices.of("AppointmentDoctorChanged", appointment, place)
			.with("code", String.valueOf(appointment.getCode()))
			.leadingTo(link);
		this.post.mail(appointment, "doctor-" + to, (email) -> null, notice)
			.or(() -> this.post.sms(appointment, "doctor-" + to, notice))
			.ifPresent(this.outbox::enqueue);
	}

}
