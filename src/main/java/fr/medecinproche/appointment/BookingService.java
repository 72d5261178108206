package fr.medecinproche.appointment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
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

	private final Appointments appointments;

	private final AppointmentAccess access;

	private final TimeClaims claims;

	private final BookingWindow window;

	private final FairShare share;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	BookingService(Appointments appointments, AppointmentAccess access, TimeClaims claims, BookingWindow window,
			FairShare share, ApplicationEventPublisher events, Clock clock) {
		this.appointments = appointments;
		this.access = access;
		this.claims = claims;
		this.window = window;
		this.share = share;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps a time for {@link Appointment#HOLD} while a patient writes their name.
	 * @param slotId the half-day
	 * @param startsAt the first minute
	 * @param kind the kind of visit, which tells its length
	 * @param asker who wants it
	 * @return the hold, with the secret that confirms it
	 * @throws BookingRefusedException when the time is not free any more, or not for them
	 */
	public Hold hold(long slotId, Instant startsAt, VisitKind kind, Asker asker) {
		return hold(slotId, startsAt, kind, asker, this.clock.instant().plus(Appointment.HOLD));
	}

	/**
	 * Keeps a time under a secret the page carried: pressed twice, or after the "back" of
	 * the browser, the button finds the hold it made.
	 * @param slotId the half-day
	 * @param startsAt the first minute
	 * @param kind the kind of visit, which tells its length
	 * @param asker who wants it
	 * @param secret drawn for this time and nothing else
	 * @return the hold; under another secret when this one has become an appointment
	 * @throws BookingRefusedException when the time is not free any more, or not for them
	 */
	public Hold hold(long slotId, Instant startsAt, VisitKind kind, Asker asker, Secret secret) {
		var slot = this.claims.lockOffered(slotId);
		var known = this.appointments.findByHold(secret.hash());
		if (known.isEmpty() || !known.get().isConfirmable()) {
			return hold(slotId, startsAt, kind, asker, this.clock.instant().plus(Appointment.HOLD),
					known.isEmpty() ? secret : Secret.random());
		}
		this.claims.refuseUnlessTheirs(known.get(), slot, asker, Reason.TAKEN_MEANWHILE);
		known.get().keepUntil(this.clock.instant().plus(Appointment.HOLD));
		return new Hold(secret, known.get());
	}

	/**
	 * Keeps a held time from now on, while its patient proves how to be reached. Whoever
	 * could not have it is told at once.
	 * @param secret of the hold
	 * @param patient who comes
	 * @return the held appointment
	 * @throws BookingRefusedException as {@link #confirm} would
	 */
	Appointment keep(Secret secret, Patient patient) {
		var heldId = heldBy(secret);
		var slot = this.claims.lockOffered(this.appointments.slotOf(heldId).orElseThrow());
		var held = this.appointments.findById(heldId).orElseThrow();
		if (!held.isConfirmable()) {
			throw new BookingRefusedException(Reason.NOT_BOOKED);
		}
		this.claims.refuseUnlessTheirs(held, slot, new Asker(held.getChannel(), patient.regularDoctor()),
				Reason.HOLD_ENDED);
		this.share.refuseMore(patient, slot, null);
		held.keepUntil(this.clock.instant().plus(Appointment.HOLD));
		return held;
	}

	/**
	 * Keeps a time for somebody who will read about it.
	 * @param slotId the half-day
	 * @param startsAt the first minute
	 * @param kind the kind of visit, which tells its length
	 * @param asker for whom
	 * @param until when the hold ends by itself
	 * @return the hold, with the secret that confirms it
	 * @throws BookingRefusedException when the time is not free any more, or not for them
	 */
	public Hold hold(long slotId, Instant startsAt, VisitKind kind, Asker asker, Instant until) {
		return hold(slotId, startsAt, kind, asker, until, Secret.random());
	}

	private Hold hold(long slotId, Instant startsAt, VisitKind kind, Asker asker, Instant until, Secret secret) {
		var slot = this.claims.lockOffered(slotId);
		var time = ConsultationTime.of(slotId, startsAt, kind.lengthIn(slot));
		if (!this.window.includes(time, asker.channel(), this.clock)) {
			throw new BookingRefusedException(Reason.TOO_LATE);
		}
		this.claims.refuseUnlessFree(slot, time, asker, Reason.TAKEN_MEANWHILE);
		var held = new Appointment(slot, time, kind, asker.channel(), secret, until, this.clock);
		return new Hold(secret, this.appointments.save(held));
	}

	/**
	 * Whether a time can be held right now.
	 * @param slotId the half-day, locked by the caller
	 * @param time the time
	 * @param asker who wants it
	 * @return false when holding it would be refused
	 */
	boolean isFree(long slotId, ConsultationTime time, Asker asker) {
		try {
			this.claims.refuseUnlessFree(this.claims.lockOffered(slotId), time, asker, Reason.TAKEN_MEANWHILE);
			return this.window.includes(time, asker.channel(), this.clock);
		}
		catch (BookingRefusedException refusal) {
			return false;
		}
	}

	/**
	 * Gives a held time to a patient. A second confirmation of the same hold changes
	 * nothing; a hold that ended is taken up again when nobody else has the time.
	 * @param secret of the hold
	 * @param patient who comes
	 * @param locale the language of their messages
	 * @param bookedBy the account of whoever books for them, null on the web
	 * @return the appointment and the patient's link
	 * @throws BookingRefusedException when somebody else has the time, the doctor no
	 * longer comes, the time is kept for others, or the patient has their share
	 */
	public Booking confirm(Secret secret, Patient patient, Locale locale, @Nullable Long bookedBy) {
		return confirm(heldBy(secret), patient, locale, bookedBy);
	}

	private long heldBy(Secret secret) {
		return this.appointments.idOfHold(secret.hash())
			.orElseThrow(() -> new BookingRefusedException(Reason.HOLD_ENDED));
	}

	/**
	 * The same for a time held for somebody who has proven otherwise that it is for them.
	 * @param heldId the held appointment
	 * @param patient who comes
	 * @param locale the language of their messages
	 * @param bookedBy the account of whoever books for them, null on the web
	 * @return the appointment and the patient's link
	 * @throws BookingRefusedException as above
	 */
	public Booking confirm(long heldId, Patient patient, Locale locale, @Nullable Long bookedBy) {
		var slot = this.claims.lockOffered(
				this.appointments.slotOf(heldId).orElseThrow(() -> new BookingRefusedException(Reason.HOLD_ENDED)));
		var appointment = this.appointments.findById(heldId).orElseThrow();
		return switch (appointment.getStatus()) {
			case BOOKED -> new Booking(this.access.issueLink(appointment), appointment);
			case HELD, RELEASED -> {
				this.claims.refuseUnlessTheirs(appointment, slot,
						new Asker(appointment.getChannel(), patient.regularDoctor()), Reason.HOLD_ENDED);
				this.share.refuseMore(patient, slot, null);
				yield book(appointment, patient, locale, bookedBy);
			}
			case HONOURED, ABSENT, CANCELLED, MOVED -> throw new BookingRefusedException(Reason.NOT_BOOKED);
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
		this.appointments.idOfHold(secret.hash()).ifPresent(this::release);
	}

	/**
	 * Frees a held time.
	 * @param heldId the held appointment; one that is not held changes nothing
	 */
	public void release(long heldId) {
		this.appointments.slotOf(heldId).ifPresent((slotId) -> {
			this.claims.lock(List.of(slotId));
			var held = this.appointments.findById(heldId).orElseThrow();
			if (held.getStatus() == AppointmentStatus.HELD) {
				held.release();
				this.events.publishEvent(new TimeFreed(slotId));
			}
		});
	}

	/**
	 * Calls a visit off; its time is free at once.
	 * @param appointmentId the appointment
	 * @param by who does
	 * @throws BookingRefusedException when it is not booked or has begun, or when its
	 * patient must call to change it
	 */
	public void cancel(long appointmentId, Canceller by) {
		cancel(appointmentId, by, null);
	}

	/**
	 * Calls a visit off; its time is free at once.
	 * @param appointmentId the appointment
	 * @param by who does
	 * @param reason what the patient answered, null when they did not
	 * @throws BookingRefusedException when it is not booked or has begun, or when its
	 * patient must call to change it
	 */
	public void cancel(long appointmentId, Canceller by, @Nullable CancelReason reason) {
		callOff(appointmentId, by, (appointment) -> appointment.cancel(by, reason, this.clock));
	}

	/**
	 * Calls a visit off for its patient, who asked the people of the site on the phone.
	 * It stays the patient's decision: nobody calls back to apologise.
	 * @param appointmentId the appointment
	 * @throws BookingRefusedException when it is not booked or has begun
	 */
	public void cancelForCaller(long appointmentId) {
		callOff(appointmentId, Canceller.PATIENT, (appointment) -> appointment.cancelForCaller(this.clock));
	}

	private void callOff(long appointmentId, Canceller by, Consumer<Appointment> cancel) {
		var slotId = this.appointments.slotOf(appointmentId)
			.orElseThrow(() -> new BookingRefusedException(Reason.NOT_BOOKED));
		this.claims.lock(List.of(slotId));
		cancel.accept(this.appointments.findById(appointmentId).orElseThrow());
		this.events.publishEvent(new AppointmentCancelled(appointmentId, by));
		this.events.publishEvent(new TimeFreed(slotId));
	}

	/**
	 * Calls off all visits of a half-day whose doctor no longer comes.
	 * @param slotId the half-day, locked by the caller
	 * @param by who does
	 * @return the visits, by time
	 */
	List<Appointment> cancelAll(long slotId, Canceller by) {
		var calledOff = new ArrayList<Appointment>();
		for (var appointment : this.appointments.pendingIn(slotId)) {
			if (appointment.isBooked()) {
				appointment.cancel(by, null, this.clock);
				this.events.publishEvent(new AppointmentCancelled(appointment.getId(), by));
				calledOff.add(appointment);
			}
			else {
				appointment.release();
			}
		}
		return calledOff;
	}

}
