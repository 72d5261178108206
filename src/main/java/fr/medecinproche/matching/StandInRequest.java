package fr.medecinproche.matching;

import java.time.Instant;
import java.util.Objects;

import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.volunteer.Volunteer;
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
 * A doctor's search for somebody who comes instead. Whoever changes it has locked the
 * half-day.
 */
@Entity
public class StandInRequest {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "slot_id", updatable = false)
	private HalfDaySlot slot;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "asked_by", updatable = false)
	private Volunteer askedBy;

	@Column(updatable = false)
	private Instant askedAt;

	@Column(updatable = false)
	private Instant deadline;

	@Enumerated(EnumType.STRING)
	@Column(updatable = false)
	private Fallback fallback;

	private Instant lookAt;

	@Enumerated(EnumType.STRING)
	private StandInOutcome outcome;

	private @Nullable Instant endedAt;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "stand_in")
	private @Nullable Volunteer standIn;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected StandInRequest() {
	}

	/**
	 * Begins a search.
	 * @param slot the half-day
	 * @param askedBy whose it is
	 * @param fallback what happens when nobody accepts
	 * @param deadline until when
	 * @param now the present
	 */
	StandInRequest(HalfDaySlot slot, Volunteer askedBy, Fallback fallback, Instant deadline, Instant now) {
		this.slot = slot;
		this.askedBy = askedBy;
		this.fallback = fallback;
		this.askedAt = now;
		this.deadline = deadline;
		this.lookAt = now;
		this.outcome = StandInOutcome.OPEN;
	}

	/**
	 * Says when the next doctors are invited.
	 * @param at an instant; past the deadline there is nothing but the end
	 */
	void lookAgain(Instant at) {
		this.lookAt = at.isBefore(this.deadline) ? at : this.deadline;
	}

	/**
	 * Ends it: somebody comes.
	 * @param who the stand-in
	 * @param now the present
	 */
	void accept(Volunteer who, Instant now) {
		end(StandInOutcome.ACCEPTED, now);
		this.standIn = who;
	}

	/**
	 * Ends it; what has ended stays as it is.
	 * @param how why
	 * @param now the present
	 */
	void end(StandInOutcome how, Instant now) {
		if (this.outcome == StandInOutcome.OPEN) {
			this.outcome = how;
			this.endedAt = now;
		}
	}

	/**
	 * Whether a doctor may still accept.
	 * @param now the present
	 * @return false from the deadline on, whether or not anything has run since
	 */
	public boolean isOpenAt(Instant now) {
		return this.outcome == StandInOutcome.OPEN && now.isBefore(this.deadline);
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public HalfDaySlot getSlot() {
		return this.slot;
	}

	public Volunteer getAskedBy() {
		return this.askedBy;
	}

	public Instant getAskedAt() {
		return this.askedAt;
	}

	public Instant getDeadline() {
		return this.deadline;
	}

	public Fallback getFallback() {
		return this.fallback;
	}

	Instant getLookAt() {
		return this.lookAt;
	}

	public StandInOutcome getOutcome() {
		return this.outcome;
	}

	/**
	 * Who comes instead.
	 * @return null unless somebody accepted
	 */
	public @Nullable Volunteer getStandIn() {
		return this.standIn;
	}

}
