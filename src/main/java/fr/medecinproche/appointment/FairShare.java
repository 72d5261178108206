package fr.medecinproche.appointment;

import java.time.Clock;
import java.util.List;

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
		this.appointments.lockPerson(patient.birthDate() + " " + patient.nameKey());
		var coming = coming(patient, given);
		if (coming.stream().anyMatch((other) -> other.getSlot().getHalfDay().equals(slot.getHalfDay()))) {
			throw new BookingRefusedException(Reason.SAME_HALF_DAY);
		}
		if (coming.size() >= this.limits.coming()) {
			throw new BookingRefusedException(Reason.ENOUGH_COMING);
		}
	}

	private List<Appointment> coming(Patient patient, @Nullable Appointment given) {
		return this.appointments.comingOf(patient.birthDate(), this.clock.instant())
			.stream()
			.filter((other) -> other != given)
			.filter((other) -> other.getPatient() != null && patient.isSamePersonAs(other.getPatient()))
			.toList();
	}

}
