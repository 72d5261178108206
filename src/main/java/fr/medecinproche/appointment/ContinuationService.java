package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.account.Accounts;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What remains to be done after visits: noted by the doctor, seen by the next ones at the
 * site and by its people, ticked off by whoever did it. It is sent to nobody.
 */
@Service
@Transactional
public class ContinuationService {

	private final Continuations continuations;

	private final Appointments appointments;

	private final HalfDaySlots slots;

	private final Accounts accounts;

	private final AttendanceSettings settings;

	private final Clock clock;

	ContinuationService(Continuations continuations, Appointments appointments, HalfDaySlots slots, Accounts accounts,
			AttendanceSettings settings, Clock clock) {
		this.continuations = continuations;
		this.appointments = appointments;
		this.slots = slots;
		this.accounts = accounts;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Notes what remains to be done; what is noted already is given to the one named now.
	 * @param appointmentId the visit
	 * @param what of the closed list
	 * @param follower whose task it is
	 * @param due by when, null when it does not matter
	 * @throws BookingRefusedException when it is too early or too late to note anything
	 * @throws NoSuchAppointmentException when nobody is known any more
	 */
	public void note(long appointmentId, ContinuationKind what, Follower follower, @Nullable LocalDate due) {
		this.slots.lock(this.appointments.slotOf(appointmentId).stream().toList());
		var visit = this.appointments.findById(appointmentId)
			.filter((known) -> known.isExpected() && known.getPatient() != null)
			.orElseThrow(NoSuchAppointmentException::new);
		if (!this.settings.isOpen(visit.getSlot(), this.clock.instant())) {
			throw new BookingRefusedException(Reason.MARKS_CLOSED);
		}
		this.continuations.of(List.of(appointmentId))
			.stream()
			.filter((noted) -> noted.getWhat() == what)
			.findFirst()
			.ifPresentOrElse((noted) -> noted.handTo(follower, due),
					() -> this.continuations.save(new Continuation(visit, what, follower, due, this.clock)));
	}

	/**
	 * Takes back what was noted by mistake; what is gone already stays so.
	 * @param id which
	 */
	public void withdraw(long id) {
		this.continuations.findById(id).ifPresent(this.continuations::delete);
	}

	/**
	 * Ticks something off; a second time changes nothing.
	 * @param id which; what is gone is done
	 * @param accountId who did it
	 */
	public void tick(long id, long accountId) {
		locked(id).forEach((noted) -> noted.tick(this.accounts.findById(accountId).orElseThrow(), this.clock));
	}

	/**
	 * Takes a tick back; without one nothing changes.
	 * @param id which
	 */
	public void reopen(long id) {
		locked(id).forEach(Continuation::reopen);
	}

	/** Two who tick at one time wait for each other. */
	private List<Continuation> locked(long id) {
		return this.continuations.lock(id).stream().toList();
	}

	/**
	 * Whether something is the task of a doctor at a site, done or not.
	 * @param noted what was noted
	 * @param slot a half-day of the doctor
	 * @param volunteerId the doctor
	 * @return false at another site, for somebody else, or long before or after the
	 * half-day
	 */
	@Transactional(readOnly = true)
	public boolean isFor(Continuation noted, HalfDaySlot slot, long volunteerId) {
		var visited = noted.getAppointment().getSlot();
		return this.settings.isNear(slot, this.clock.instant()) && visited.getSite().getId() == slot.getSite().getId()
				&& switch (noted.getFollower()) {
					case SITE_DOCTORS -> true;
					case SAME_DOCTOR -> visited.isTakenBy(volunteerId);
					case SECRETARY, REGULAR_DOCTOR -> false;
				};
	}

	/**
	 * What remains for a doctor who comes to a site.
	 * @param slot the doctor's half-day there
	 * @param volunteerId the doctor
	 * @return nothing but in the days around the half-day: nobody reads of patients long
	 * before they come
	 */
	@Transactional(readOnly = true)
	public List<Continuation> waitingFor(HalfDaySlot slot, long volunteerId) {
		return this.settings.isNear(slot, this.clock.instant())
				? this.continuations.waitingFor(slot.getSite().getId(), volunteerId) : List.of();
	}

}
