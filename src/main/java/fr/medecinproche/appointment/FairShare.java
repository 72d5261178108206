package fr.medecinproche.appointment;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlot;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * One person has one visit per half-day, and few coming visits. Two people of one name
 * born on one day are told apart by how to reach them.
 */
@Component
class FairShare {

	private final Appointments appointments;

	private final BookingLimits limits;

	private final Clock clock;

	FairShare(Appointments appointments, BookingLimits limits, Clock clock) {
		this.appointments = appointments;
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * Refuses what would be more than a share. Bookings for one person wait for each
	 * other until the end of the transaction.
	 * @param patient who comes
	 * @param slot the half-day
	 * @param given up for it, an appointment that does not count any more, or null
	 * @throws BookingRefusedException when it is too much
	 */
	void refuseMore(Patient patient, HalfDaySlot slot, @Nullable Appointment given) {
		this.appointments.lockPerson(patient.person());
		var coming = coming(patient, given);
		if (coming.stream().anyMatch((other) -> other.getSlot().getHalfDay().equals(slot.getHalfDay()))) {
			throw new BookingRefusedException(Reason.SAME_HALF_DAY);
		}
		if (coming.size() >= this.limits.coming()) {
			throw new BookingRefusedException(Reason.ENOUGH_COMING);
		}
	}

	private List<Appointment> coming(Patient patient, @Nullable Appointment given) {
		return of(patient, given, this.appointments.comingOf(patient.birthDate(), this.clock.instant()));
	}

	private static List<Appointment> of(Patient patient, @Nullable Appointment given, Collection<Appointment> coming) {
		return coming.stream()
			.filter((other) -> other != given)
			.filter((other) -> other.getPatient() != null && patient.isSamePersonAs(other.getPatient()))
			.toList();
	}

	/**
	 * Makes bookings for several people wait, in an order all share.
	 * @param patients the people
	 */
	void lock(Collection<Patient> patients) {
		patients.stream().map(Patient::person).distinct().sorted().forEach(this.appointments::lockPerson);
	}

	/**
	 * The coming visits of whoever may be one of several patients, for {@link #admits}.
	 * @param visits theirs
	 * @return in no particular order
	 */
	List<Appointment> comingOf(Collection<Appointment> visits) {
		var births = visits.stream()
			.map(Appointment::getPatient)
			.filter(Objects::nonNull)
			.map(Patient::birthDate)
			.collect(Collectors.toSet());
		return this.appointments.comingOfAny(births, this.clock.instant());
	}

	/**
	 * Whether moving a visit to a half-day would not be refused by {@link #refuseMore}.
	 * @param visit the visit
	 * @param target the half-day
	 * @param coming from {@link #comingOf}
	 * @param moved visits that go to the same half-day before it
	 * @return false when its patient is expected on that half-day already, has too many
	 * visits, or is forgotten
	 */
	boolean admits(Appointment visit, HalfDaySlot target, Collection<Appointment> coming,
			Collection<Appointment> moved) {
		var patient = visit.getPatient();
		if (patient == null || !of(patient, visit, moved).isEmpty()) {
			return false;
		}
		var others = of(patient, visit, coming);
		return others.size() < this.limits.coming()
				&& others.stream().noneMatch((other) -> other.getSlot().getHalfDay().equals(target.getHalfDay()));
	}

}
