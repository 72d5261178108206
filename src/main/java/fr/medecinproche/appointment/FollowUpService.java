package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;

import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlots;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A doctor gives a patient they have seen another time on a half-day of theirs. The
 * patient is told as after any booking, and has no more than their share.
 */
@Service
@Transactional
public class FollowUpService {

	/** Beyond that, nobody has opened half-days yet. */
	private static final Period HORIZON = Period.ofYears(1);

	private final Appointments appointments;

	private final AvailabilityService availability;

	private final BookingService bookings;

	private final HalfDaySlots slots;

	private final Clock clock;

	FollowUpService(Appointments appointments, AvailabilityService availability, BookingService bookings,
			HalfDaySlots slots, Clock clock) {
		this.appointments = appointments;
		this.availability = availability;
		this.bookings = bookings;
		this.slots = slots;
		this.clock = clock;
	}

	/**
	 * The free times of a doctor that a patient may have next.
	 * @param volunteerId the doctor
	 * @param visit the visit just made; its own half-day is none of them
	 * @param kind how long the next one takes
	 * @return those at the same site first, soonest first
	 */
	@Transactional(readOnly = true)
	public List<Offer> offers(long volunteerId, Appointment visit, VisitKind kind) {
		var site = visit.getSlot().getSite().getId();
		return this.availability.withDoctor(volunteerId, kind, asker(visit), LocalDate.now(this.clock).plus(HORIZON))
			.stream()
			.filter((offer) -> offer.slot().getId() != visit.getSlot().getId())
			.sorted(Comparator.comparing((Offer offer) -> offer.slot().getSite().getId() != site)
				.thenComparing((offer) -> offer.time().startsAt()))
			.toList();
	}

	/**
	 * Books a time for the patient of a visit. Pressed twice, it is one appointment.
	 * @param visitId the visit
	 * @param volunteerId the doctor of both
	 * @param slotId a half-day of the doctor
	 * @param startsAt the first minute
	 * @param kind the kind of visit
	 * @param accountId the doctor's account
	 * @return the appointment
	 * @throws BookingRefusedException when the time is not free any more or not the
	 * doctor's, or the patient has their share of coming visits
	 * @throws NoSuchAppointmentException when nobody is known any more
	 */
	public Appointment book(long visitId, long volunteerId, long slotId, Instant startsAt, VisitKind kind,
			long accountId) {
		this.slots.lock(List.of(slotId))
			.stream()
			.filter((slot) -> slot.isTakenBy(volunteerId))
			.findFirst()
			.orElseThrow(() -> new BookingRefusedException(Reason.NO_LONGER_OFFERED));
		var visit = this.appointments.findById(visitId).orElseThrow(NoSuchAppointmentException::new);
		var patient = patient(visit);
		return this.appointments.dayList(List.of(slotId))
			.stream()
			.filter((booked) -> booked.isBooked() && booked.getStartsAt().equals(startsAt))
			.filter((booked) -> patient.equals(booked.getPatient()))
			.findFirst()
			.orElseGet(() -> {
				var hold = this.bookings.hold(slotId, startsAt, kind, asker(visit));
				return this.bookings.confirm(hold.secret(), patient, visit.getLocale(), accountId).appointment();
			});
	}

	/**
	 * The coming visits of a patient with a doctor.
	 * @param volunteerId the doctor: what they have elsewhere is not told
	 * @param visit a visit of the patient
	 * @return by time, the visit itself left out
	 */
	@Transactional(readOnly = true)
	public List<Appointment> comingWith(long volunteerId, Appointment visit) {
		var patient = patient(visit);
		var ids = this.appointments.comingOf(patient.birthDate(), this.clock.instant())
			.stream()
			.filter((coming) -> coming.getId() != visit.getId() && coming.getSlot().isTakenBy(volunteerId))
			.filter((coming) -> coming.getPatient() != null && patient.isSamePersonAs(coming.getPatient()))
			.map(Appointment::getId)
			.toList();
		return ids.isEmpty() ? List.of() : this.appointments.withPlaces(ids);
	}

	private static Asker asker(Appointment visit) {
		return new Asker(Channel.VOLUNTEER, patient(visit).regularDoctor());
	}

	private static Patient patient(Appointment visit) {
		var patient = visit.getPatient();
		if (patient == null) {
			throw new NoSuchAppointmentException();
		}
		return patient;
	}

}
