package fr.medecinproche.appointment;

import java.util.List;

import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a doctor exchange one half-day for another once they have read how many patients
 * it touches.
 */
@Service
@Transactional
public class ExchangeService {

	private final Volunteers volunteers;

	private final HalfDaySlots slots;

	private final Appointments appointments;

	private final SchedulingService scheduling;

	ExchangeService(Volunteers volunteers, HalfDaySlots slots, Appointments appointments,
			SchedulingService scheduling) {
		this.volunteers = volunteers;
		this.slots = slots;
		this.appointments = appointments;
		this.scheduling = scheduling;
	}

	/**
	 * Exchanges, and calls the visits of the half-day given back off.
	 * @param volunteerId whose half-day it is
	 * @param givenSlotId the half-day given back
	 * @param takenSlotId the half-day taken instead
	 * @param seen how many patients the doctor was told the first one expects
	 * @throws BookingRefusedException with {@link Reason#PATIENTS_CHANGED} when it
	 * expects more or fewer by now; then nothing has changed
	 * @throws SchedulingRefusedException as {@link SchedulingService#exchange} does
	 */
	public void exchange(long volunteerId, long givenSlotId, long takenSlotId, long seen) {
		// locked as SchedulingService does, so that nobody books between the look and the
		// deed
		this.volunteers.lock(volunteerId);
		boolean theirs = this.slots.lock(List.of(givenSlotId, takenSlotId))
			.stream()
			.anyMatch((slot) -> slot.getId() == givenSlotId && slot.isTakenBy(volunteerId));
		if (theirs && expected(givenSlotId) != seen) {
			throw new BookingRefusedException(Reason.PATIENTS_CHANGED);
		}
		this.scheduling.exchange(volunteerId, givenSlotId, takenSlotId);
	}

	private long expected(long slotId) {
		return this.appointments.expected(List.of(slotId)).stream().mapToLong(Expected::patients).sum();
	}

}
