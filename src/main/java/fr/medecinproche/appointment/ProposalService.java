package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlots;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a doctor cannot come, each patient is offered two other times, held for them: the
 * soonest at the same place, and the soonest on another half-day nearby.
 */
@Service
@Transactional
public class ProposalService {

	private final Appointments appointments;

	private final AvailabilityService availability;

	private final BookingService bookings;

	private final HalfDaySlots slots;

	private final BookingWindow window;

	private final ProposalSettings settings;

	private final Clock clock;

	ProposalService(Appointments appointments, AvailabilityService availability, BookingService bookings,
			HalfDaySlots slots, BookingWindow window, ProposalSettings settings, Clock clock) {
		this.appointments = appointments;
		this.availability = availability;
		this.bookings = bookings;
		this.slots = slots;
		this.window = window;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Holds times for the patient of a visit that was just called off. What another
	 * transaction is changing is passed over rather than waited for: it might wait for
	 * us.
	 * @param calledOff the visit
	 */
	void propose(Appointment calledOff) {
		var patient = calledOff.getPatient();
		if (patient == null) {
			return;
		}
		var today = LocalDate.now(this.clock);
		var free = this.availability.around(calledOff.getSlot().getPosition(), this.settings.within(),
				calledOff.getKind(), new Asker(Channel.WEB, patient.regularDoctor()), today,
				today.plusDays(this.settings.days()));
		var first = hold(free, (offer) -> offer.slot().isAtSamePlaceAs(calledOff.getSlot()), calledOff)
			.or(() -> hold(free, (offer) -> true, calledOff));
		first.ifPresent((held) -> hold(free, (offer) -> !offer.slot().getHalfDay().equals(held.getSlot().getHalfDay()),
				calledOff));
	}

	private Optional<Appointment> hold(List<Offer> free, Predicate<Offer> wanted, Appointment calledOff) {
		for (var offer : free.stream().filter(wanted).toList()) {
			var held = tryToHold(offer, calledOff);
			if (held.isPresent()) {
				return held;
			}
		}
		return Optional.empty();
	}

	private Optional<Appointment> tryToHold(Offer offer, Appointment calledOff) {
		var slotId = offer.slot().getId();
		if (this.slots.lockUnlessBusy(slotId).isEmpty()) {
			return Optional.empty();
		}
		var asker = new Asker(Channel.WEB, Objects.requireNonNull(calledOff.getPatient()).regularDoctor());
		if (!this.bookings.isFree(slotId, offer.time(), asker)) {
			return Optional.empty();
		}
		var held = this.bookings
			.hold(slotId, offer.time().startsAt(), calledOff.getKind(), asker, until(offer.time().startsAt()))
			.appointment();
		held.propose(calledOff);
		return Optional.of(held);
	}

	/** The web has it no longer than that. */
	private Instant until(Instant startsAt) {
		var later = this.clock.instant().plus(this.settings.held());
		var last = startsAt.minus(this.window.closesBefore());
		return later.isBefore(last) ? later : last;
	}

	/**
	 * The times held for the patient of a visit that was called off.
	 * @param calledOffId the visit
	 * @return by time; none once one is taken, all are declined or the hold has ended
	 */
	@Transactional(readOnly = true)
	public List<Appointment> heldFor(long calledOffId) {
		var now = this.clock.instant();
		return this.appointments.proposedFor(calledOffId).stream().filter((held) -> held.isHeldAt(now)).toList();
	}

	/**
	 * What became of the times held for the patients of visits that were called off.
	 * @param calledOffIds the visits
	 * @return by visit; without those nothing was ever held for
	 */
	@Transactional(readOnly = true)
	public Map<Long, Proposals> proposedFor(Collection<Long> calledOffIds) {
		var now = this.clock.instant();
		return this.appointments.proposedForAny(calledOffIds)
			.stream()
			.collect(Collectors.groupingBy((time) -> Objects.requireNonNull(time.getProposedFor()).getId(),
					Collectors.collectingAndThen(Collectors.toList(), (times) -> Proposals.of(times, now))));
	}

	/**
	 * Books one of the times; the other is free again. A second click changes nothing.
	 * @param calledOffId the visit that was called off
	 * @param proposalId the time they choose
	 * @return the appointment and a link to it
	 * @throws BookingRefusedException when it is none of theirs, or cannot be had any
	 * more
	 */
	public Booking accept(long calledOffId, long proposalId) {
		this.slots.lock(this.appointments.slotsProposedFor(calledOffId));
		var calledOff = this.appointments.findById(calledOffId).orElseThrow();
		var proposed = this.appointments.proposedFor(calledOffId);
		if (proposed.stream().noneMatch((held) -> held.getId() == proposalId)
				|| proposed.stream().anyMatch((held) -> held.isBooked() && held.getId() != proposalId)) {
			throw new BookingRefusedException(Reason.NO_LONGER_OFFERED);
		}
		var patient = Optional.ofNullable(calledOff.getPatient())
			.orElseThrow(() -> new BookingRefusedException(Reason.NOT_BOOKED));
		var booking = this.bookings.confirm(proposalId, patient, calledOff.getLocale(), null);
		proposed.stream()
			.filter((held) -> held.getId() != proposalId)
			.forEach((held) -> this.bookings.release(held.getId()));
		return booking;
	}

	/**
	 * Frees the times: none of them suits.
	 * @param calledOffId the visit that was called off
	 */
	public void decline(long calledOffId) {
		this.slots.lock(this.appointments.slotsProposedFor(calledOffId));
		heldFor(calledOffId).forEach((held) -> this.bookings.release(held.getId()));
	}

}
