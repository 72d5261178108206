package fr.medecinproche.waiting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
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
import org.jspecify.annotations.Nullable;

/**
 * A freed time, held for somebody who waits. Whoever changes it has locked the half-day.
 */
@Entity
public class WaitingOffer {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "entry_id", updatable = false)
	private WaitingEntry entry;

	@Column(updatable = false)
	private @Nullable Long appointmentId;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "slot_id", updatable = false)
	private HalfDaySlot slot;

	@Column(updatable = false)
	private Instant startsAt;

	@Column(updatable = false)
	private Instant endsAt;

	@Column(updatable = false)
	private Instant madeAt;

	@Column(updatable = false)
	private LocalDate madeOn;

	@Column(updatable = false)
	private Instant openUntil;

	@Enumerated(EnumType.STRING)
	private OfferOutcome outcome;

	@SuppressWarnings("NullAway.Init")
	protected WaitingOffer() {
	}

	/**
	 * Offers a held time.
	 * @param entry to whom
	 * @param held the time, held
	 * @param until when the hold ends by itself
	 * @param now the present
	 */
	WaitingOffer(WaitingEntry entry, Appointment held, Instant until, Instant now) {
		this.entry = entry;
		this.appointmentId = held.getId();
		this.slot = held.getSlot();
		this.startsAt = held.getStartsAt();
		this.endsAt = held.getEndsAt();
		this.madeAt = now;
		this.madeOn = now.atZone(HalfDay.ZONE).toLocalDate();
		this.openUntil = until;
		this.outcome = OfferOutcome.OPEN;
	}

	/** Notes what became of it. */
	void become(OfferOutcome what) {
		this.outcome = what;
	}

	/**
	 * Whether the time is held for them.
	 * @param now the present
	 * @return false once it has ended, answered or not
	 */
	public boolean isOpenAt(Instant now) {
		return this.outcome == OfferOutcome.OPEN && now.isBefore(this.openUntil);
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public WaitingEntry getEntry() {
		return this.entry;
	}

	/**
	 * The hold.
	 * @return null once it has been cleared away
	 */
	@Nullable Long getAppointmentId() {
		return this.appointmentId;
	}

	public HalfDaySlot getSlot() {
		return this.slot;
	}

	public Instant getStartsAt() {
		return this.startsAt;
	}

	public LocalDate getDay() {
		return this.startsAt.atZone(HalfDay.ZONE).toLocalDate();
	}

	public LocalTime getTime() {
		return this.startsAt.atZone(HalfDay.ZONE).toLocalTime();
	}

	public Instant getOpenUntil() {
		return this.openUntil;
	}

	public OfferOutcome getOutcome() {
		return this.outcome;
	}

}
