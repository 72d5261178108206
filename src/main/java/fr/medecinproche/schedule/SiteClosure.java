package fr.medecinproche.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

import fr.medecinproche.site.ConsultationSite;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * Days a site does not receive. It comes back by itself.
 */
@Entity
public class SiteClosure {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private ConsultationSite site;

	private LocalDate firstDay;

	private LocalDate lastDay;

	@Enumerated(EnumType.STRING)
	private ClosureReason reason;

	private @Nullable String note;

	private Instant createdAt;

	private boolean bySite;

	private @Nullable Instant settledAt;

	@SuppressWarnings("NullAway.Init")
	protected SiteClosure() {
	}

	private SiteClosure(ConsultationSite site, ClosedPeriod period, boolean bySite, Clock clock) {
		this.site = site;
		this.firstDay = period.from();
		this.lastDay = period.until();
		this.reason = period.reason();
		this.note = period.note();
		this.createdAt = clock.instant();
		this.bySite = bySite;
	}

	/** One the agency decides: it closes what doctors have taken, too. */
	static SiteClosure decided(ConsultationSite site, ClosedPeriod period, Clock clock) {
		return new SiteClosure(site, period, false, clock);
	}

	/** One the site declares: what doctors have taken waits for the agency. */
	static SiteClosure declared(ConsultationSite site, ClosedPeriod period, Clock clock) {
		return new SiteClosure(site, period, true, clock);
	}

	/**
	 * Lets it end earlier.
	 * @param day the first day the site receives again, after its first day
	 */
	void endBefore(LocalDate day) {
		if (!day.isAfter(this.firstDay) || day.isAfter(this.lastDay)) {
			throw new SchedulingRefusedException(SchedulingRefusedException.Reason.NOT_EARLIER);
		}
		this.lastDay = day.minusDays(1);
	}

	/**
	 * Notes that the doctors who are expected come all the same.
	 * @param clock tells when that was decided
	 */
	void settle(Clock clock) {
		if (this.bySite && this.settledAt == null) {
			this.settledAt = clock.instant();
		}
	}

	/** Its days within a span, both ends included. */
	Stream<LocalDate> days(LocalDate from, LocalDate until) {
		var first = this.firstDay.isBefore(from) ? from : this.firstDay;
		var last = this.lastDay.isAfter(until) ? until : this.lastDay;
		return last.isBefore(first) ? Stream.empty() : first.datesUntil(last.plusDays(1));
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public ConsultationSite getSite() {
		return this.site;
	}

	public LocalDate getFirstDay() {
		return this.firstDay;
	}

	public LocalDate getLastDay() {
		return this.lastDay;
	}

	public ClosureReason getReason() {
		return this.reason;
	}

	public @Nullable String getNote() {
		return this.note;
	}

	/** Whether the site said so itself. */
	public boolean isBySite() {
		return this.bySite;
	}

	/** Whether the agency decided that the doctors who are expected come all the same. */
	public boolean isSettled() {
		return this.settledAt != null;
	}

	/** Whether a day is one of its days. */
	public boolean includes(LocalDate day) {
		return !day.isBefore(this.firstDay) && !day.isAfter(this.lastDay);
	}

}
