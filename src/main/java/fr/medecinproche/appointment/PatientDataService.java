package fr.medecinproche.appointment;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rights of a patient over what is held about them for one visit: see, correct,
 * erase.
 */
@Service
public class PatientDataService {

	private final Appointments appointments;

	private final BookingService bookings;

	private final FairShare share;

	private final Forgetting forgetting;

	private final Correspondence letters;

	private final Continuations continuations;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PatientDataService(Appointments appointments, BookingService bookings, FairShare share, Forgetting forgetting,
			Correspondence letters, Continuations continuations, TransactionTemplate transaction, Clock clock) {
		this.appointments = appointments;
		this.bookings = bookings;
		this.share = share;
		this.forgetting = forgetting;
		this.letters = letters;
		this.continuations = continuations;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * The messages about a visit, also those from before it was moved or called off.
	 * @param appointmentId the visit
	 * @return oldest first
	 */
	@Transactional(readOnly = true)
	public List<SentLetter> letters(long appointmentId) {
		return this.letters.about(this.forgetting.story(appointmentId));
	}

	/**
	 * What was noted to be done after a visit.
	 * @param appointmentId the visit
	 * @return in the order it was noted
	 */
	@Transactional(readOnly = true)
	public List<Continuation> continuations(long appointmentId) {
		return this.continuations.of(this.forgetting.story(appointmentId));
	}

	/**
	 * Writes a name, a contact or a commune anew. The birth date stays: with the code it
	 * is the patient's key, and another birth date would be another person.
	 * @param appointmentId the visit
	 * @param corrected the patient as they should be
	 * @throws BookingRefusedException when the corrected person has their share of visits
	 * already
	 * @throws NoSuchAppointmentException when nobody is known any more
	 */
	@Transactional
	public void correct(long appointmentId, Patient corrected) {
		var appointment = this.appointments.findById(appointmentId)
			.filter((known) -> known.getPatient() != null)
			.orElseThrow(NoSuchAppointmentException::new);
		if (appointment.isCancellableAt(this.clock.instant())) {
			this.share.refuseMore(corrected, appointment.getSlot(), appointment);
		}
		appointment.correct(corrected);
	}

	/**
	 * Erases who comes. A coming visit is called off first, in a transaction of its own:
	 * nobody is expected whom nobody knows, and the letter about it is settled with the
	 * others; times held for them are free again. Should this stop halfway, doing it
	 * again finishes it.
	 * @param appointmentId the visit
	 * @throws BookingRefusedException when it is too near to be called off without
	 * calling
	 */
	public void erase(long appointmentId) {
		for (var row : storyOf(appointmentId)) {
			if (row.isCancellableAt(this.clock.instant())) {
				this.bookings.cancel(row.getId(), Canceller.PATIENT);
			}
			this.bookings.release(row.getId());
		}
		this.transaction.executeWithoutResult((status) -> {
			var rows = this.forgetting.story(appointmentId);
			this.letters.forget(rows);
			this.forgetting.forget(rows);
		});
	}

	private List<Appointment> storyOf(long appointmentId) {
		return this.appointments.withPlaces(
				Objects.requireNonNull(this.transaction.execute((status) -> this.forgetting.story(appointmentId))));
	}

}
