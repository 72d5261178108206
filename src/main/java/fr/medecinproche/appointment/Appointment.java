package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A patient's time with a doctor: held while the patient writes, then booked, then
 * honoured, missed or cancelled.
 */
@Entity
public class Appointment {

	/** How long a chosen time waits for its patient's name. */
	public static final Duration HOLD = Duration.ofMinutes(10);

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "slot_id", updatable = false)
	private HalfDaySlot slot;

	@Column(updatable = false)
	private Instant startsAt;

	@Column(updatable = false)
	private Instant endsAt;

	@Enumerated(EnumType.STRING)
	private VisitKind kind;

	@Enumerated(EnumType.STRING)
	private AppointmentStatus status;

	private @Nullable Instant heldUntil;

	private @Nullable String holdHash;

	private @Nullable BookingCode code;

	@Embedded
	private @Nullable Patient patient;

	private Locale locale = Locale.FRENCH;

	@Enumerated(EnumType.STRING)
	private Channel channel;

	@Column(name = "booked_by")
	private @Nullable Long bookedBy;

	@Column(updatable = false)
	private Instant createdAt;

	private @Nullable Instant bookedAt;

	private @Nullable Instant checkedInAt;

	@Embedded
	private @Nullable AttendanceNote note;

	@Embedded
	private @Nullable Cancellation cancellation;

	@OneToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "moved_to")
	private @Nullable Appointment movedTo;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "proposed_for")
	private @Nullable Appointment proposedFor;

	private @Nullable String nameKey;

	private @Nullable Instant forgottenAt;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected Appointment() {
	}

	/**
	 * Keeps a time for somebody who is writing their name.
	 * @param slot the doctor's half-day
	 * @param time a free time of it
	 * @param kind the kind of visit
	 * @param channel who books
	 * @param secret what the page carries to confirm
	 * @param until when the hold ends by itself
	 * @param clock the present
	 */
	Appointment(HalfDaySlot slot, ConsultationTime time, VisitKind kind, Channel channel, Secret secret, Instant until,
			Clock clock) {
		this.slot = slot;
		this.startsAt = time.startsAt();
		this.endsAt = time.endsAt();
		this.kind = kind;
		this.channel = channel;
		this.status = AppointmentStatus.HELD;
		this.holdHash = secret.hash();
		this.heldUntil = until;
		this.createdAt = clock.instant();
	}

	/**
	 * Gives the time to a patient.
	 * @param patient who comes
	 * @param code what they read aloud to find it again
	 * @param locale the language of their messages
	 * @param bookedBy the account of whoever books for them, null on the web
	 * @param clock tells when
	 */
	void book(Patient patient, BookingCode code, Locale locale, @Nullable Long bookedBy, Clock clock) {
		this.patient = patient;
		this.nameKey = patient.nameKey();
		this.code = code;
		this.locale = locale;
		this.bookedBy = bookedBy;
		this.bookedAt = clock.instant();
		this.status = AppointmentStatus.BOOKED;
		this.heldUntil = null;
	}

	/**
	 * Says whose this held time is: the patient of a visit that was called off.
	 * @param calledOff that visit
	 */
	void propose(Appointment calledOff) {
		this.proposedFor = calledOff;
	}

	/** Frees a time whose patient went away before confirming. */
	void release() {
		if (this.status == AppointmentStatus.HELD) {
			this.status = AppointmentStatus.RELEASED;
		}
	}

	/** Keeps it longer, or again, for whoever has the secret of the hold. */
	void keepUntil(Instant until) {
		this.status = AppointmentStatus.HELD;
		this.heldUntil = until;
	}

	/** Whether the secret of its hold may still become a booking. */
	boolean isConfirmable() {
		return this.status == AppointmentStatus.HELD || this.status == AppointmentStatus.RELEASED;
	}

	/**
	 * Calls the visit off.
	 * @param by who does
	 * @param reason what the patient answered, null when they did not
	 * @param clock tells when
	 * @throws BookingRefusedException when it is not booked or has begun, or when its
	 * patient must call to change it
	 */
	void cancel(Canceller by, @Nullable CancelReason reason, Clock clock) {
		refuseUnlessChangeable(by, clock.instant());
		callOff(by, reason, clock.instant());
	}

	/**
	 * Calls the visit off for its patient, who has called the site: then they may past
	 * {@link #getChangeableUntil()} too.
	 * @param clock tells when
	 * @throws BookingRefusedException when it is not booked or has begun
	 */
	void cancelForCaller(Clock clock) {
		refuseUnlessComing(clock.instant());
		callOff(Canceller.PATIENT, null, clock.instant());
	}

	private void callOff(Canceller by, @Nullable CancelReason reason, Instant now) {
		this.status = AppointmentStatus.CANCELLED;
		this.cancellation = new Cancellation(now, by, reason);
	}

	/**
	 * Gives this time up for another, which is booked for the same patient under the same
	 * code.
	 * @param by who does
	 * @param clock tells when
	 * @throws BookingRefusedException when it is not booked or has begun, or when its
	 * patient must call to change it
	 */
	void moveTo(Appointment other, Canceller by, Clock clock) {
		refuseUnlessChangeable(by, clock.instant());
		this.status = AppointmentStatus.MOVED;
		this.movedTo = other;
	}

	private void refuseUnlessChangeable(Canceller by, Instant now) {
		refuseUnlessComing(now);
		if (by == Canceller.PATIENT && !isChangeableByPatientAt(now)) {
			throw new BookingRefusedException(Reason.CHANGES_CLOSED);
		}
	}

	private void refuseUnlessComing(Instant now) {
		if (this.status != AppointmentStatus.BOOKED) {
			throw new BookingRefusedException(Reason.NOT_BOOKED);
		}
		if (!now.isBefore(this.startsAt)) {
			throw new BookingRefusedException(Reason.TOO_LATE);
		}
	}

	/**
	 * Writes who comes anew: the same person, rightly spelt.
	 * @param corrected born on the same day
	 */
	void correct(Patient corrected) {
		this.patient = corrected;
		this.nameKey = corrected.nameKey();
	}

	/**
	 * Notes that the patient has arrived.
	 * @param clock tells when
	 * @throws BookingRefusedException when nobody is expected
	 */
	void checkIn(Clock clock) {
		if (this.status != AppointmentStatus.BOOKED) {
			throw new BookingRefusedException(Reason.NOT_BOOKED);
		}
		this.checkedInAt = clock.instant();
	}

	/**
	 * Notes whether the patient came; the same again changes nothing.
	 * @param attendance what is noted
	 * @param by who notes it
	 * @param clock tells when
	 * @throws BookingRefusedException when nobody was expected
	 */
	void mark(Attendance attendance, Marker by, Clock clock) {
		if (this.status == attendance.status()) {
			return;
		}
		refuseUnlessExpected();
		this.status = attendance.status();
		this.note = new AttendanceNote(clock.instant(), by);
	}

	/**
	 * Takes the note back; without one nothing changes.
	 * @throws BookingRefusedException when nobody was expected
	 */
	void unmark() {
		refuseUnlessExpected();
		this.status = AppointmentStatus.BOOKED;
		this.note = null;
	}

	private void refuseUnlessExpected() {
		if (!isExpected()) {
			throw new BookingRefusedException(Reason.NOT_BOOKED);
		}
	}

	/**
	 * Whether somebody has this time for good: expected, seen or missed.
	 * @return false when it is only held, or was called off
	 */
	public boolean isExpected() {
		return switch (this.status) {
			case BOOKED, HONOURED, ABSENT -> true;
			case HELD, CANCELLED, RELEASED, MOVED -> false;
		};
	}

	/**
	 * Whether the time waits for its patient to confirm.
	 * @param now the present
	 * @return false once the hold has ended
	 */
	public boolean isHeldAt(Instant now) {
		return this.status == AppointmentStatus.HELD && this.heldUntil != null && now.isBefore(this.heldUntil);
	}

	public boolean isBooked() {
		return this.status == AppointmentStatus.BOOKED;
	}

	/**
	 * Whether somebody who answers for the site may still call it off.
	 * @param now the present
	 * @return false once it has begun or when it is not booked
	 */
	public boolean isCancellableAt(Instant now) {
		return isBooked() && now.isBefore(this.startsAt);
	}

	/**
	 * Whether its patient may still cancel or move it without calling.
	 * @param now the present
	 * @return false past {@link #getChangeableUntil()} or when it is not booked
	 */
	public boolean isChangeableByPatientAt(Instant now) {
		return isBooked() && now.isBefore(getChangeableUntil());
	}

	/**
	 * Until when its patient may change it without calling: the site's decision.
	 * @return an instant before the visit
	 */
	public Instant getChangeableUntil() {
		return this.startsAt.minus(this.slot.getSite().getBookingRules().changeUntil());
	}

	public LocalDate getDay() {
		return this.startsAt.atZone(HalfDay.ZONE).toLocalDate();
	}

	public LocalTime getTime() {
		return this.startsAt.atZone(HalfDay.ZONE).toLocalTime();
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public HalfDaySlot getSlot() {
		return this.slot;
	}

	public Instant getStartsAt() {
		return this.startsAt;
	}

	/**
	 * How long it was booked for.
	 * @return in minutes
	 */
	public long getMinutes() {
		return Duration.between(this.startsAt, this.endsAt).toMinutes();
	}

	public Instant getEndsAt() {
		return this.endsAt;
	}

	public VisitKind getKind() {
		return this.kind;
	}

	public AppointmentStatus getStatus() {
		return this.status;
	}

	public @Nullable Instant getHeldUntil() {
		return this.heldUntil;
	}

	public @Nullable BookingCode getCode() {
		return this.code;
	}

	/**
	 * Who comes.
	 * @return null while held, and once forgotten
	 */
	public @Nullable Patient getPatient() {
		return (this.forgottenAt == null) ? this.patient : null;
	}

	public Locale getLocale() {
		return this.locale;
	}

	public Channel getChannel() {
		return this.channel;
	}

	/**
	 * Whether somebody booked it for the patient on the phone.
	 * @param accountId the account of a host or a regulator
	 * @return false for patients' own bookings too
	 */
	public boolean isBookedBy(long accountId) {
		return this.bookedBy != null && this.bookedBy == accountId;
	}

	@Nullable Long getBookedBy() {
		return this.bookedBy;
	}

	public @Nullable Instant getCheckedInAt() {
		return this.checkedInAt;
	}

	/**
	 * When it was noted whether the patient came.
	 * @return null as long as it was not
	 */
	public @Nullable Instant getMarkedAt() {
		return (this.note != null) ? this.note.at() : null;
	}

	/**
	 * Who noted it.
	 * @return null as long as it was not
	 */
	public @Nullable Marker getMarkedBy() {
		return (this.note != null) ? this.note.by() : null;
	}

	/**
	 * Where the patient goes instead.
	 * @return null unless it was moved
	 */
	public @Nullable Appointment getMovedTo() {
		return this.movedTo;
	}

	/**
	 * Whose patient this time was held for.
	 * @return the visit that was called off, or null
	 */
	@Nullable Appointment getProposedFor() {
		return this.proposedFor;
	}

	public @Nullable Canceller getCancelledBy() {
		return (this.cancellation != null) ? this.cancellation.by() : null;
	}

}
