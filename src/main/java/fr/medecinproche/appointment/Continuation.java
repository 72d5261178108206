package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import fr.medecinproche.account.Account;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * Something that remains to be done after a visit, and whose task it is. It says nothing
 * of why: a flag between colleagues, erased with the patient.
 */
@Entity
public class Continuation {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "appointment_id", updatable = false)
	private Appointment appointment;

	@Enumerated(EnumType.STRING)
	@Column(updatable = false)
	private ContinuationKind what;

	@Enumerated(EnumType.STRING)
	private Follower follower;

	private @Nullable LocalDate due;

	@Column(updatable = false)
	private Instant createdAt;

	private @Nullable Instant doneAt;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "done_by")
	private @Nullable Account doneBy;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected Continuation() {
	}

	/**
	 * Notes what remains to be done.
	 * @param appointment the visit
	 * @param what of the closed list
	 * @param follower whose task it is
	 * @param due by when, null when it does not matter
	 * @param clock tells when it was noted
	 */
	Continuation(Appointment appointment, ContinuationKind what, Follower follower, @Nullable LocalDate due,
			Clock clock) {
		this.appointment = appointment;
		this.what = what;
		this.follower = follower;
		this.due = due;
		this.createdAt = clock.instant();
	}

	/** Gives it to somebody else, or another day; then it is to be done again. */
	void handTo(Follower other, @Nullable LocalDate day) {
		this.follower = other;
		this.due = day;
		reopen();
	}

	/** Ticks it off; whoever did so first stays the one. */
	void tick(Account by, Clock clock) {
		if (this.doneAt == null) {
			this.doneAt = clock.instant();
			this.doneBy = by;
		}
	}

	/** Takes the tick back. */
	void reopen() {
		this.doneAt = null;
		this.doneBy = null;
	}

	/**
	 * Whether it should have been done before today.
	 * @param today the present day
	 * @return false without a date, and once it is done
	 */
	public boolean isLate(LocalDate today) {
		return this.doneAt == null && this.due != null && this.due.isBefore(today);
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public Appointment getAppointment() {
		return this.appointment;
	}

	public ContinuationKind getWhat() {
		return this.what;
	}

	public Follower getFollower() {
		return this.follower;
	}

	public @Nullable LocalDate getDue() {
		return this.due;
	}

	public @Nullable Instant getDoneAt() {
		return this.doneAt;
	}

	/**
	 * Who ticked it off.
	 * @return null as long as nobody did, and once their account is gone
	 */
	public @Nullable Account getDoneBy() {
		return this.doneBy;
	}

}
