package fr.medecinproche.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Objects;

import fr.medecinproche.schedule.SchedulingRefusedException.Reason;
import fr.medecinproche.site.ConsultationHours;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.Place;
import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.volunteer.Preferences;
import fr.medecinproche.volunteer.Volunteer;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A half-day in one room of a site: opened by the agency, taken by a volunteer, given
 * back or closed.
 */
@Entity
public class HalfDaySlot {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private ConsultationSite site;

	@Embedded
	private HalfDay halfDay;

	private short room;

	/** Where an itinerant site stands that half-day: the database writes it. */
	@Embedded
	@AttributeOverride(name = "address", column = @Column(name = "stop_address", insertable = false, updatable = false))
	@AttributeOverride(name = "postalCode",
			column = @Column(name = "stop_postal_code", insertable = false, updatable = false))
	@AttributeOverride(name = "commune", column = @Column(name = "stop_commune", insertable = false, updatable = false))
	@AttributeOverride(name = "town", column = @Column(name = "stop_town", insertable = false, updatable = false))
	@AttributeOverride(name = "position.latitude",
			column = @Column(name = "stop_latitude", insertable = false, updatable = false))
	@AttributeOverride(name = "position.longitude",
			column = @Column(name = "stop_longitude", insertable = false, updatable = false))
	private @Nullable Place stop;

	@Embedded
	private SlotHours hours;

	@Enumerated(EnumType.STRING)
	private SlotStatus status;

	@ManyToOne(fetch = FetchType.LAZY)
	private @Nullable Volunteer volunteer;

	private @Nullable Short rank;

	private @Nullable Instant takenAt;

	private short consultationMinutes = Preferences.USUAL_MINUTES;

	private boolean replaced;

	private Instant openedAt;

	private @Nullable Long patternId;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected HalfDaySlot() {
	}

	/**
	 * Opens a half-day at the hours the site keeps.
	 * @param site an open site
	 * @param halfDay when
	 * @param room which of its rooms, counted from 1
	 * @param clock tells when it was opened
	 */
	public HalfDaySlot(ConsultationSite site, HalfDay halfDay, int room, Clock clock) {
		this.site = site;
		this.halfDay = halfDay;
		this.room = (short) room;
		this.hours = SlotHours.of(site.getHours(), halfDay.period());
		this.status = SlotStatus.OPEN;
		this.openedAt = clock.instant();
	}

	/**
	 * Notes which pattern opened it, and keeps the pattern's hours: nobody has taken it
	 * yet.
	 * @param patternId the pattern
	 * @param hours when the doctor begins and leaves
	 */
	void openBy(@Nullable Long patternId, ConsultationHours hours) {
		if (this.status == SlotStatus.TAKEN) {
			throw new SchedulingRefusedException(Reason.CHANGED_MEANWHILE);
		}
		this.status = SlotStatus.OPEN;
		this.patternId = patternId;
		this.hours = SlotHours.of(hours, this.halfDay.period());
	}

	/** Whether it keeps those hours. */
	boolean keeps(ConsultationHours hours) {
		return this.hours.equals(SlotHours.of(hours, this.halfDay.period()));
	}

	/**
	 * Leaves its pattern, which may open it again: it is not closed for a reason of its
	 * own.
	 */
	void leavePattern() {
		this.patternId = null;
	}

	/**
	 * Gives the half-day to a volunteer.
	 * @param volunteer whose file is complete
	 * @param rank its rank in the volunteer's month, from {@link MonthlyCap#nextRank()}
	 * @param clock tells when it was taken
	 * @throws SchedulingRefusedException when it is no longer open or has begun
	 */
	void takeBy(Volunteer volunteer, int rank, Clock clock) {
		if (this.status != SlotStatus.OPEN) {
			throw new SchedulingRefusedException(Reason.NO_LONGER_OPEN);
		}
		refuseOnceBegun(clock);
		this.status = SlotStatus.TAKEN;
		this.volunteer = volunteer;
		this.rank = (short) rank;
		this.takenAt = clock.instant();
		this.consultationMinutes = (short) volunteer.getPreferences().consultationMinutes();
	}

	/**
	 * Gives the half-day to another volunteer, who receives the same patients.
	 * @param from who no longer comes
	 * @param to who comes instead
	 * @param rank its rank in the month of who comes
	 * @param clock tells when it was taken
	 * @throws SchedulingRefusedException when it is not that volunteer's, or has begun
	 */
	void handOver(long from, Volunteer to, int rank, Clock clock) {
		giveBackBy(from, clock);
		takeBy(to, rank, clock);
	}

	/**
	 * Opens the half-day again, and makes room in the volunteer's month.
	 * @param volunteerId who gives it back
	 * @param clock tells whether it has begun
	 * @throws SchedulingRefusedException when it is not this volunteer's, or has begun
	 */
	void giveBackBy(long volunteerId, Clock clock) {
		if (!isTakenBy(volunteerId)) {
			throw new SchedulingRefusedException(Reason.NOT_YOURS);
		}
		refuseOnceBegun(clock);
		free(SlotStatus.OPEN);
	}

	/**
	 * Notes whether somebody keeps the doctor's own practice meanwhile.
	 * @param volunteerId whose half-day it is
	 * @param replaced whether somebody does
	 * @throws SchedulingRefusedException when it is not this volunteer's
	 */
	void noteReplaced(long volunteerId, boolean replaced) {
		if (!isTakenBy(volunteerId)) {
			throw new SchedulingRefusedException(Reason.NOT_YOURS);
		}
		this.replaced = replaced;
	}

	/**
	 * Withdraws the half-day; a volunteer who had taken it has it back in their month.
	 * @param clock tells whether it has begun
	 * @throws SchedulingRefusedException when it has begun
	 */
	void close(Clock clock) {
		refuseOnceBegun(clock);
		free(SlotStatus.CLOSED);
	}

	private void free(SlotStatus next) {
		this.status = next;
		this.volunteer = null;
		this.rank = null;
		this.takenAt = null;
		this.replaced = false;
	}

	private void refuseOnceBegun(Clock clock) {
		if (hasBegun(clock)) {
			throw new SchedulingRefusedException(Reason.TOO_LATE);
		}
	}

	/**
	 * Whether the half-day is on or over.
	 * @param clock the present
	 * @return true from its first minute on
	 */
	public boolean hasBegun(Clock clock) {
		return !clock.instant().isBefore(begins());
	}

	public boolean isTakenBy(long volunteerId) {
		return this.volunteer != null && this.volunteer.getId() == volunteerId;
	}

	/**
	 * The instant the doctor begins.
	 * @return its first minute, in mainland France
	 */
	public Instant begins() {
		return this.hours.beginOn(this.halfDay.day());
	}

	/**
	 * The instant the doctor leaves.
	 * @return the end of its last consultation, in mainland France
	 */
	public Instant ends() {
		return this.hours.endOn(this.halfDay.day());
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public ConsultationSite getSite() {
		return this.site;
	}

	/**
	 * Where it takes place: at the site or, if the site travels, at its stop.
	 * @return the address doctor and patients come to
	 */
	public Place getPlace() {
		return (this.stop != null) ? this.stop : this.site.getPlace();
	}

	/**
	 * The same on the map, without loading the commune.
	 * @return where doctor and patients come
	 */
	public GeoPoint getPosition() {
		return (this.stop != null) ? this.stop.position() : this.site.getPosition();
	}

	/**
	 * Whether one comes to the same place as on another half-day: a site that travels is
	 * somewhere else at each of its stops.
	 * @param other a half-day
	 * @return false at another site, or at another stop
	 */
	public boolean isAtSamePlaceAs(HalfDaySlot other) {
		return other.isAt(this.site.getId(), this.stop);
	}

	boolean isAt(long siteId, @Nullable Place at) {
		return this.site.getId() == siteId && Objects.equals(this.stop, at);
	}

	public HalfDay getHalfDay() {
		return this.halfDay;
	}

	public YearMonth getMonth() {
		return this.halfDay.month();
	}

	public int getRoom() {
		return this.room;
	}

	public LocalTime getStartsAt() {
		return this.hours.startsAt();
	}

	public LocalTime getEndsAt() {
		return this.hours.endsAt();
	}

	public SlotStatus getStatus() {
		return this.status;
	}

	public @Nullable Volunteer getVolunteer() {
		return this.volunteer;
	}

	/**
	 * How long an ordinary consultation takes.
	 * @return the doctor's wish when they took the half-day
	 */
	public Duration getConsultationLength() {
		return Duration.ofMinutes(this.consultationMinutes);
	}

	/**
	 * Whether somebody keeps the doctor's own practice meanwhile, as far as they said.
	 * @return false unless the doctor said so
	 */
	public boolean isReplaced() {
		return this.replaced;
	}

	/**
	 * The pattern that opened it.
	 * @return null when it was opened by itself
	 */
	public @Nullable Long getPatternId() {
		return this.patternId;
	}

	public int getVersion() {
		return this.version;
	}

}
