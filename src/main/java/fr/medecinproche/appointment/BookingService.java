package fr.medecinproche.appointment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

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

	private final BookingWindow window;

	private final FairShare share;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	BookingService(HalfDaySlots slots, Appointments appointments, AppointmentAccess access, BookingWindow window,
			FairShare share, ApplicationEventPublisher events, Clock clock) {
		this.slots = slots;
		this.appointments = appointments;
		this.access = access;
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
		var slot = lock(slotId);
		var time = ConsultationTime.of(slotId, startsAt, kind.length());
		if (!this.window.includes(time, asker.channel(), this.clock)) {
			throw new BookingRefusedException(Reason.TOO_LATE);
		}
		refuseUnlessFree(slot, time, asker, Reason.TAKEN_MEANWHILE);
		var secret = Secret.random();
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
			refuseUnlessFree(lock(slotId), time, asker, Reason.TAKEN_MEANWHILE);
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
		var slot = lock(
				this.appointments.slotOf(heldId).orElseThrow(() -> new BookingRefusedException(Reason.HOLD_ENDED)));
		var appointment = this.appointments.findById(heldId).orElseThrow();
		return switch (appointment.getStatus()) {
			case BOOKED -> new Booking(this.access.issueLink(appointment), appointment);
			case HELD, RELEASED -> {
				refuseUnlessTheirs(appointment, slot, patient);
				this.share.refuseMore(patient, slot, null);
				yield book(appointment, patient, locale, bookedBy);
			}
			case HONOURED, ABSENT, CANCELLED, MOVED -> throw new BookingRefusedException(Reason.NOT_BOOKED);
		};
	}

	private void refuseUnlessTheirs(Appointment held, HalfDaySlot slot, Patient patient) {
		var time = new ConsultationTime(slot.getId(), held.getStartsAt(), held.getEndsAt());
		var asker = new Asker(held.getChannel(), patient.regularDoctor());
		if (held.isHeldAt(this.clock.instant())) {
			refuseIfKeptForOthers(slot, time, asker);
		}
		else {
			refuseUnlessFree(slot, time, asker, Reason.HOLD_ENDED);
		}
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
			this.slots.lock(List.of(slotId));
			var held = this.appointments.findById(heldId).orElseThrow();
			if (held.getStatus() == AppointmentStatus.HELD) {
				held.release();
				this.events.publishEvent(new TimeFreed(slotId));
			}
		});
	}

	/**
	 * Moves a visit to a held time, of the same site or another. The old time is given up
	 * in the transaction that books the new one: the patient has one of the two whatever
	 * happens. A second confirmation of the same hold changes nothing.
	 * @param appointmentId the appointment they have
	 * @param secret of the hold
	 * @param by who moves it
	 * @return the appointment they have now, and a link to it
	 * @throws BookingRefusedException when the old one cannot be changed any more, or the
	 * new one cannot be had
	 */
	public Booking move(long appointmentId, Secret secret, Canceller by) {
		return move(appointmentId, heldBy(secret), by);
	}

	/**
	 * The same for a time held for somebody who has proven otherwise that it is for them.
	 * @param appointmentId the appointment they have
	 * @param heldId the held appointment
	 * @param by who moves it
	 * @return the appointment they have now, and a link to it
	 * @throws BookingRefusedException as above
	 */
	public Booking move(long appointmentId, long heldId, Canceller by) {
		var from = this.appointments.slotOf(appointmentId)
			.orElseThrow(() -> new BookingRefusedException(Reason.NOT_BOOKED));
		var to = this.appointments.slotOf(heldId).orElseThrow(() -> new BookingRefusedException(Reason.HOLD_ENDED));
		this.slots.lock(List.of(from, to));
		var slot = lock(to);
		var old = this.appointments.findById(appointmentId).orElseThrow();
		var held = this.appointments.findById(heldId).orElseThrow();
		if (held == old.getMovedTo()) {
			return new Booking(this.access.issueLink(held), held);
		}
		var patient = old.getPatient();
		if (!old.isBooked() || patient == null || !isConfirmable(held)) {
			throw new BookingRefusedException(Reason.NOT_BOOKED);
		}
		refuseUnlessTheirs(held, slot, patient);
		this.share.refuseMore(patient, slot, old);
		return move(old, held, patient, by);
	}

	private static boolean isConfirmable(Appointment held) {
		return held.getStatus() == AppointmentStatus.HELD || held.getStatus() == AppointmentStatus.RELEASED;
	}

	/**
	 * The code stays: it is on a sheet of paper by now, and two visits cannot bear it.
	 */
	private Booking move(Appointment old, Appointment held, Patient patient, Canceller by) {
		var code = Objects.requireNonNull(old.getCode());
		old.moveTo(held, by, this.clock);
		this.appointments.flush();
		held.book(patient, code, old.getLocale(), old.getBookedBy(), this.clock);
		this.appointments.flush();
		var link = this.access.issueLink(held);
		this.events.publishEvent(new AppointmentMoved(old.getId(), held.getId(), link.value()));
		this.events.publishEvent(new TimeFreed(old.getSlot().getId()));
		return new Booking(link, held);
	}

	/**
	 * Calls a visit off; its time is free at once.
	 * @param appointmentId the appointment
	 * @param by who does
	 * @throws BookingRefusedException when it is not booked or has begun, or when its
	 * patient must call to change it
	 */
	public void cancel(long appointmentId, Canceller by) {
		var slotId = this.appointments.slotOf(appointmentId)
			.orElseThrow(() -> new BookingRefusedException(Reason.NOT_BOOKED));
		this.slots.lock(List.of(slotId));
		this.appointments.findById(appointmentId).orElseThrow().cancel(by, this.clock);
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
				appointment.cancel(by, this.clock);
				this.events.publishEvent(new AppointmentCancelled(appointment.getId(), by));
				calledOff.add(appointment);
			}
			else {
				appointment.release();
			}
		}
		return calledOff;
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

	private void refuseUnlessFree(HalfDaySlot slot, ConsultationTime time, Asker asker, Reason otherwise) {
		var now = this.clock.instant();
		if (!time.startsAt().isAfter(now)) {
			throw new BookingRefusedException(Reason.TOO_LATE);
		}
		this.appointments.releaseEnded(slot.getId(), now);
		if (!FreeTimes.include(slot, this.appointments.busy(List.of(slot.getId()), now), time)) {
			throw new BookingRefusedException(otherwise);
		}
		refuseIfKeptForOthers(slot, time, asker);
	}

	private void refuseIfKeptForOthers(HalfDaySlot slot, ConsultationTime time, Asker asker) {
		if (KeptTime.of(slot, this.clock.instant())
			.stream()
			.filter((kept) -> time.overlaps(kept.startsAt(), kept.endsAt()))
			.anyMatch((kept) -> !asker.mayHave(kept.whom()))) {
			throw new BookingRefusedException(Reason.KEPT_FOR_OTHERS);
		}
	}

}
