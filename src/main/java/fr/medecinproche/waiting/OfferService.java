package fr.medecinproche.waiting;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.Booking;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.MovingService;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.schedule.HalfDaySlots;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody who waits answers. Half-days are locked first, then the person, then the
 * entry, as everywhere here.
 */
@Service
@Transactional
public class OfferService {

	private final WaitingAccess access;

	private final WaitingEntries entries;

	private final WaitingOffers offers;

	private final WaitingService waiting;

	private final HalfDaySlots slots;

	private final Appointments appointments;

	private final BookingService bookings;

	private final MovingService moving;

	OfferService(WaitingAccess access, WaitingEntries entries, WaitingOffers offers, WaitingService waiting,
			HalfDaySlots slots, Appointments appointments, BookingService bookings, MovingService moving) {
		this.access = access;
		this.entries = entries;
		this.offers = offers;
		this.waiting = waiting;
		this.slots = slots;
		this.appointments = appointments;
		this.bookings = bookings;
		this.moving = moving;
	}

	/**
	 * Takes the time offered. An offer that ended is as good, as long as nobody else has
	 * the time; a second answer changes nothing.
	 * @param link of who waits
	 * @param offerId the offer
	 * @param insteadOf the appointment of theirs it replaces, or null
	 * @return the appointment, and a link to it
	 * @throws NoSuchWaitException when the link leads nowhere, or the offer is not theirs
	 * @throws BookingRefusedException when the time cannot be had
	 */
	public Booking accept(Secret link, long offerId, @Nullable Long insteadOf) {
		var offer = lock(link, offerId, insteadOf);
		var entry = offer.getEntry();
		var patient = Optional.ofNullable(entry.getPatient()).orElseThrow(NoSuchWaitException::new);
		var booking = (insteadOf != null) ? move(patient, insteadOf, held(offer))
				: this.bookings.confirm(held(offer), patient, entry.getLocale(), null);
		offer.become(OfferOutcome.ACCEPTED);
		this.waiting.end(entry, Ending.BOOKED);
		return booking;
	}

	private Booking move(Patient patient, long insteadOf, long heldId) {
		var theirs = this.appointments.findById(insteadOf)
			.map(Appointment::getPatient)
			.filter(patient::isSamePersonAs)
			.isPresent();
		if (!theirs) {
			throw new NoSuchWaitException();
		}
		return this.moving.move(insteadOf, heldId, Canceller.PATIENT);
	}

	/**
	 * Says no to an offer; the time goes to the next person. One that is answered already
	 * stays as it is.
	 * @param link of who waits
	 * @param offerId the offer
	 * @throws NoSuchWaitException when the link leads nowhere, or the offer is not theirs
	 */
	public void decline(Secret link, long offerId) {
		decline(lock(link, offerId, null));
	}

	private void decline(WaitingOffer offer) {
		if (offer.getOutcome() == OfferOutcome.OPEN) {
			offer.become(OfferOutcome.DECLINED);
			offer.getEntry().answered();
			this.offers.flush();
			Optional.ofNullable(offer.getAppointmentId()).ifPresent(this.bookings::release);
		}
	}

	/**
	 * Leaves the waiting list; what is held goes to the next person, and who it was is
	 * forgotten at once.
	 * @param link of who waits
	 * @throws NoSuchWaitException when the link leads nowhere
	 */
	public void leave(Secret link) {
		var entryId = this.access.entryBehind(link);
		var open = this.offers.openOf(entryId).map((offerId) -> lock(link, offerId, null));
		this.waiting.leave(this.entries.lock(entryId).orElseThrow());
		this.entries.flush();
		open.ifPresent(this::decline);
	}

	private WaitingOffer lock(Secret link, long offerId, @Nullable Long insteadOf) {
		var entryId = this.access.entryBehind(link);
		var slot = this.offers.slotOf(offerId, entryId).orElseThrow(NoSuchWaitException::new);
		var other = (insteadOf != null) ? this.appointments.slotOf(insteadOf) : Optional.<Long>empty();
		this.slots.lock(Stream.concat(Stream.of(slot), other.stream()).distinct().toList());
		this.appointments.lockPerson(this.entries.personBehind(entryId).orElseThrow(NoSuchWaitException::new));
		this.entries.lock(entryId);
		return this.offers.findById(offerId).orElseThrow();
	}

	private static long held(WaitingOffer offer) {
		return Optional.ofNullable(offer.getAppointmentId())
			.orElseThrow(() -> new BookingRefusedException(Reason.HOLD_ENDED));
	}

}
