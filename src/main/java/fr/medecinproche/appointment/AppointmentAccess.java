package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

import fr.medecinproche.account.Secret;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How patients come back to their appointment without an account: by a link, or by code
 * and birth date.
 */
@Service
@Transactional
public class AppointmentAccess {

	/** A link still tells what became of a visit for a while after it. */
	private static final Duration AFTER_VISIT = Duration.ofDays(30);

	private final Appointments appointments;

	private final AppointmentLinks links;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AppointmentAccess(Appointments appointments, AppointmentLinks links, ApplicationEventPublisher events,
			Clock clock) {
		this.appointments = appointments;
		this.links = links;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Makes a link for one message.
	 * @param appointment a stored appointment
	 * @return its secret, kept nowhere else
	 */
	public Secret issueLink(Appointment appointment) {
		var secret = Secret.random();
		this.links.save(new AppointmentLink(secret, appointment, appointment.getEndsAt().plus(AFTER_VISIT)));
		return secret;
	}

	/**
	 * Opens a link. When the patient has moved meanwhile, or taken a time that was
	 * proposed for the one called off, it leads to where they go now.
	 * @param secret as it came in the address
	 * @return the appointment, or empty when nobody was given that link or it expired
	 */
	@Transactional(readOnly = true)
	public Optional<Appointment> open(Secret secret) {
		return this.links.appointmentBehind(secret.hash(), this.clock.instant())
			.flatMap(this.appointments::findById)
			.flatMap(this::whereItIsNow);
	}

	private Optional<Appointment> whereItIsNow(Appointment appointment) {
		return switch (appointment.getStatus()) {
			case MOVED -> this.appointments.findById(Objects.requireNonNull(appointment.getMovedTo()).getId())
				.flatMap(this::whereItIsNow);
			case CANCELLED -> Optional.of(this.appointments.proposedFor(appointment.getId())
				.stream()
				.flatMap((proposed) -> whereItIsNow(proposed).stream())
				.filter(Appointment::isBooked)
				.findFirst()
				.orElse(appointment));
			case HELD, BOOKED, HONOURED, ABSENT, RELEASED -> Optional.of(appointment);
		};
	}

	/**
	 * Finds a coming appointment again, and makes a new link to it.
	 * @param code the six characters
	 * @param birthDate the patient's
	 * @return a link, or empty when the two do not go together
	 */
	public Optional<Secret> find(BookingCode code, LocalDate birthDate) {
		return this.appointments.findByCode(code, birthDate).map(this::issueLink);
	}

	/**
	 * Sends somebody the links to the visits they have, to where they can be reached.
	 * Silent about whether there are any.
	 * @param person who says to have an appointment
	 */
	public void sendLinks(Patient person) {
		this.appointments.comingOf(person.birthDate(), this.clock.instant())
			.stream()
			.filter((coming) -> coming.getPatient() != null && person.isSamePersonAs(coming.getPatient()))
			.forEach((coming) -> this.events
				.publishEvent(new AppointmentLinkRequested(coming.getId(), issueLink(coming).value())));
	}

	/**
	 * Leads whoever confirmed a hold back to the appointment it became: a second press of
	 * the button, the "back" of the browser, a second window.
	 * @param hold the secret of the hold
	 * @return a link, or empty when it has become no appointment
	 */
	public Optional<Secret> reopen(Secret hold) {
		return this.appointments.findByHold(hold.hash())
			.flatMap(this::whereItIsNow)
			.filter(Appointment::isBooked)
			.map(this::issueLink);
	}

}
