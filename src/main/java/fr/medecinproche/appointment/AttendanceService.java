package fr.medecinproche.appointment;

import java.time.Clock;
import java.util.List;

import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes who arrived, who came and who did not, for the doctor and for the people of the
 * site. Both wait for each other at the half-day, and neither undoes unknowingly what the
 * other has just noted.
 */
@Service
@Transactional
public class AttendanceService {

	private final Appointments appointments;

	private final HalfDaySlots slots;

	private final AttendanceSettings settings;

	private final Clock clock;

	AttendanceService(Appointments appointments, HalfDaySlots slots, AttendanceSettings settings, Clock clock) {
		this.appointments = appointments;
		this.slots = slots;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Notes that a patient has arrived; a second time changes nothing.
	 * @param appointmentId the appointment
	 * @throws BookingRefusedException when nobody is expected
	 */
	public void checkIn(long appointmentId) {
		var appointment = locked(appointmentId);
		if (appointment.getCheckedInAt() == null) {
			appointment.checkIn(this.clock);
		}
	}

	/**
	 * Notes whether a patient came; the same again changes nothing.
	 * @param appointmentId the appointment
	 * @param attendance what is noted
	 * @param seen how the visit stood on the page it is noted from, null when unknown
	 * @param by who notes it
	 * @throws BookingRefusedException when nobody was expected, it is too early or too
	 * late, or somebody else noted the contrary meanwhile
	 */
	public void mark(long appointmentId, Attendance attendance, @Nullable AppointmentStatus seen, Marker by) {
		var appointment = locked(appointmentId);
		refuseUnlessOpen(appointment.getSlot());
		if (appointment.isExpected() && appointment.getStatus() != attendance.status() && seen != null
				&& appointment.getStatus() != seen) {
			throw new BookingRefusedException(Reason.MARKED_MEANWHILE);
		}
		appointment.mark(attendance, by, this.clock);
	}

	/**
	 * Takes a note back; without one nothing changes.
	 * @param appointmentId the appointment
	 * @throws BookingRefusedException when nobody was expected, it is too early or too
	 * late, or the patient has another time on that half-day by now
	 */
	public void unmark(long appointmentId) {
		var appointment = locked(appointmentId);
		refuseUnlessOpen(appointment.getSlot());
		if (!appointment.isBooked()) {
			refuseIfBackAlready(appointment);
			appointment.unmark();
		}
	}

	/** Somebody who was late may have been given another time of that half-day. */
	private void refuseIfBackAlready(Appointment appointment) {
		var patient = appointment.getPatient();
		if (patient != null) {
			this.appointments.lockPerson(patient.person());
			if (this.appointments.hasAnotherTime(appointment.getId())) {
				throw new BookingRefusedException(Reason.SAME_HALF_DAY);
			}
		}
	}

	/**
	 * Notes that all whose time has come, and of whom nothing is noted yet, came.
	 * @param slotId the half-day
	 * @param by who notes it
	 * @return how many
	 * @throws BookingRefusedException when it is too early or too late
	 */
	public int markRemaining(long slotId, Marker by) {
		var slot = this.slots.lock(List.of(slotId))
			.stream()
			.findFirst()
			.orElseThrow(() -> new BookingRefusedException(Reason.NOT_BOOKED));
		refuseUnlessOpen(slot);
		var remaining = this.appointments.dayList(List.of(slotId))
			.stream()
			.filter(Appointment::isBooked)
			.filter((visit) -> !visit.getStartsAt().isAfter(this.clock.instant()))
			.toList();
		remaining.forEach((visit) -> visit.mark(Attendance.HONOURED, by, this.clock));
		return remaining.size();
	}

	/**
	 * Whether it may be noted now what became of the visits of a half-day.
	 * @param slot the half-day
	 * @return true from its first minute until some days later
	 */
	@Transactional(readOnly = true)
	public boolean isOpen(HalfDaySlot slot) {
		return this.settings.isOpen(slot, this.clock.instant());
	}

	private void refuseUnlessOpen(HalfDaySlot slot) {
		if (!isOpen(slot)) {
			throw new BookingRefusedException(Reason.MARKS_CLOSED);
		}
	}

	/** The half-day first, as everybody who changes its appointments does. */
	private Appointment locked(long appointmentId) {
		this.slots.lock(this.appointments.slotOf(appointmentId).stream().toList());
		return this.appointments.findById(appointmentId)
			.orElseThrow(() -> new BookingRefusedException(Reason.NOT_BOOKED));
	}

}
