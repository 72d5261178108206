package fr.medecinproche.appointment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.site.SiteStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives times to patients. Whoever changes the appointments of a half-day locks the
 * half-day first, so that of sixty-four people on one time one has it and the others are
 * told; a doctor who gives the half-day back waits in the same queue. What slips past is
 * refused by the database.
 */
@Service
@Transactional
public class BookingService {

	private final HalfDaySlots slots;

	private final Appointments appointments;

	private final AppointmentAccess access;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	BookingService(HalfDaySlots slots, Appointments appointments, AppointmentAccess access,
			ApplicationEventPublisher events, Clock clock) {
		this.slots = slots;
		this.appointments = appointments;
		this.access = access;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps a time for {@link Appointment#HOLD} while a patient writes their name.
	 * @param slotId the half-day
	 * @param startsAt the first minute
	 * @param kind the kind of visit, which tells its length
	 * @param channel who books
	 * @return the hold, with the secret that confirms it
	 * @throws BookingRefusedException when the time is not free any more
	 */
	public Hold hold(long slotId, Instant startsAt, VisitKind kind, Channel channel) {
		var slot = lock(slotId);
		var time = ConsultationTime.of(slotId, startsAt, kind.length());
		refuseUnlessFree(slot, time, Reason.TAKEN_MEANWHILE);
		var secret = Secret.random();
		var held = new Appointment(slot, time, kind, channel, secret, this.clock);
		return new Hold(secret, this.appointments.save(held));
	}

	/**
	 * Gives a held time to a patient. A second confirmation of the same hold changes
	 * nothing; a hold that ended is taken up again when nobody else has the time.
	 * @param secret of the hold
	 * @param patient who comes
	 * @param locale the language of their messages
	 * @param bookedBy the account of whoever books for them, null on the web
	 * @return the appointment and the patient's link
	 * @throws BookingRefusedException when somebody else has the time, or the doctor no
	 * longer comes
	 */
	public Booking confirm(Secret secret, Patient patient, Locale locale, @Nullable Long bookedBy) {
		var slot = lock(this.appointments.slotOfHold(secret.hash())
			.orElseThrow(() -> new BookingRefusedException(Reason.HOLD_ENDED)));
		var appointment = this.appointments.findByHold(secret.hash()).orElseThrow();
		return switch (appointment.getStatus()) {
			case BOOKED -> new Booking(this.access.issueLink(appointment), appointment);
			case HELD, RELEASED -> {
				if (!appointment.isHeldAt(this.clock.instant())) {
					var time = new ConsultationTime(slot.getId(), appointment.getStartsAt(), appointment.getEndsAt());
					refuseUnlessFree(slot, time, Reason.HOLD_ENDED);
				}
				yield book(appointment, patient, locale, bookedBy);
			}
			case HONOURED, ABSENT, CANCELLED -> throw new BookingRefusedException(Reason.NOT_BOOKED);
		};
	}

	private Booking book(Appointment appointment, Patient patient, Locale locale, @Nullable Long bookedBy) {
		appointment.book(patient, freeCode(), locale, bookedBy, this.clock);
		this.appointments.flush();
		var link = this.access.issueLink(appointment);
		this.events.publishEvent(new AppointmentBooked(appointment.getId(), link.value()));
		return new Booking(link, appointment);
	}

	private BookingCode freeCode() {
		var code = BookingCode.draw(this.random);
		while (this.appointments.isInUse(code)) {
			code = BookingCode.draw(this.random);
		}
		return code;
	}

	/**
	 * Frees a held time whose patient changed their mind.
	 * @param secret of the hold; an unknown one changes nothing
	 */
	public void release(Secret secret) {
		this.appointments.slotOfHold(secret.hash()).ifPresent((slotId) -> {
			this.slots.lock(List.of(slotId));
			this.appointments.findByHold(secret.hash()).ifPresent(Appointment::release);
		});
	}

	/**
	 * Calls a visit off; its time is free at once.
	 * @param appointmentId the appointment
	 * @param by who does
	 * @throws BookingRefusedException when it is not booked or has begun
	 */
	public void cancel(long appointmentId, Canceller by) {
		var slotId = this.appointments.slotOf(appointmentId)
			.orElseThrow(() -> new BookingRefusedException(Reason.NOT_BOOKED));
		this.slots.lock(List.of(slotId));
		this.appointments.findById(appointmentId).orElseThrow().cancel(by, this.clock);
		this.events.publishEvent(new AppointmentCancelled(appointmentId, by));
	}

	/**
	 * Calls off all visits of a half-day whose doctor no longer comes.
	 * @param slotId the half-day, locked by the caller
	 * @param by who does
	 */
	void cancelAll(long slotId, Canceller by) {
		for (var appointment : this.appointments.pendingIn(slotId)) {
			if (appointment.isBooked()) {
				appointment.cancel(by, this.clock);
				this.events.publishEvent(new AppointmentCancelled(appointment.getId(), by));
			}
			else {
				appointment.release();
			}
		}
	}

	/**
	 * Notes that a patient has arrived.
	 * @param appointmentId the appointment
	 * @throws BookingRefusedException when nobody is expected
	 */
	public void checkIn(long appointmentId) {
		this.appointments.findById(appointmentId)
			.orElseThrow(() -> new BookingRefusedException(Reason.NOT_BOOKED))
			.checkIn(this.clock);
	}

	private HalfDaySlot lock(long slotId) {
		return this.slots.lock(List.of(slotId))
			.stream()
			.filter((slot) -> slot.getStatus() == SlotStatus.TAKEN)
			.filter((slot) -> slot.getSite().getStatus() == SiteStatus.OPEN)
			.findFirst()
			.orElseThrow(() -> new BookingRefusedException(Reason.NO_LONGER_OFFERED));
	}

	private void refuseUnlessFree(HalfDaySlot slot, ConsultationTime time, Reason otherwise) {
		var now = this.clock.instant();
		if (!time.startsAt().isAfter(now)) {
			throw new BookingRefusedException(Reason.TOO_LATE);
		}
		this.appointments.releaseEnded(slot.getId(), now);
		if (!FreeTimes.include(slot, this.appointments.busy(List.of(slot.getId()), now), time)) {
			throw new BookingRefusedException(otherwise);
		}
	}

}
