package fr.medecinproche.appointment;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.BookingRefusedException.Reason;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves visits. Both half-days are locked, always in the same order, so that two visits
 * that cross do not wait for each other.
 */
@Service
@Transactional
public class MovingService {

	private final Appointments appointments;

	private final AppointmentAccess access;

	private final TimeClaims claims;

	private final FairShare share;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	MovingService(Appointments appointments, AppointmentAccess access, TimeClaims claims, FairShare share,
			ApplicationEventPublisher events, Clock clock) {
		this.appointments = appointments;
		this.access = access;
		this.claims = claims;
		this.share = share;
		this.events = events;
		this.clock = clock;
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
		return move(appointmentId, this.appointments.idOfHold(secret.hash())
			.orElseThrow(() -> new BookingRefusedException(Reason.HOLD_ENDED)), by);
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
		return move(appointmentId, heldId, by, true);
	}

	/**
	 * The same from a half-day that is being given back: nobody else can have the time
	 * that is given up.
	 * @param appointmentId the appointment they have
	 * @param heldId the held appointment
	 * @param by who moves it
	 * @return the appointment they have now, and a link to it
	 * @throws BookingRefusedException as above
	 */
	Booking moveAway(long appointmentId, long heldId, Canceller by) {
		return move(appointmentId, heldId, by, false);
	}

	private Booking move(long appointmentId, long heldId, Canceller by, boolean freed) {
		var from = this.appointments.slotOf(appointmentId)
			.orElseThrow(() -> new BookingRefusedException(Reason.NOT_BOOKED));
		var to = this.appointments.slotOf(heldId).orElseThrow(() -> new BookingRefusedException(Reason.HOLD_ENDED));
		this.claims.lock(List.of(from, to));
		var slot = this.claims.lockOffered(to);
		var old = this.appointments.findById(appointmentId).orElseThrow();
		var held = this.appointments.findById(heldId).orElseThrow();
		if (held == old.getMovedTo() || (held == old && old.isBooked())) {
			return new Booking(this.access.issueLink(held), held);
		}
		var patient = old.getPatient();
		if (!old.isBooked() || patient == null || !held.isConfirmable()) {
			throw new BookingRefusedException(Reason.NOT_BOOKED);
		}
		var asker = new Asker(held.getChannel(), patient.regularDoctor());
		this.claims.refuseUnlessTheirs(held, slot, asker, Reason.HOLD_ENDED);
		this.share.refuseMore(patient, slot, old);
		var booking = move(old, held, patient, by);
		if (freed) {
			this.events.publishEvent(new TimeFreed(from));
		}
		return booking;
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
		this.events.publishEvent(new AppointmentMoved(old.getId(), held.getId(), by, link.value()));
		return new Booking(link, held);
	}

}
