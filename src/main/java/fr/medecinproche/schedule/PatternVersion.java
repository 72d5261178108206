package fr.medecinproche.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * One decision about a kept pattern: what it asks for from a day on.
 */
@Entity
@Table(name = "opening_pattern_version")
public class PatternVersion {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "pattern_id")
	private KeptPattern pattern;

	private short number;

	private LocalDate appliesFrom;

	private LocalDate appliesUntil;

	@Embedded
	private OpeningRule rule;

	@Embedded
	private DecisionOutcome outcome;

	private Instant decidedAt;

	@SuppressWarnings("NullAway.Init")
	protected PatternVersion() {
	}

	PatternVersion(KeptPattern pattern, int number, OpeningPattern asked, DecisionOutcome outcome, Clock clock) {
		this.pattern = pattern;
		this.number = (short) number;
		this.appliesFrom = asked.from();
		this.appliesUntil = asked.until();
		this.rule = asked.rule();
		this.outcome = outcome;
		this.decidedAt = clock.instant();
	}

	/** What it asks for on some days, both ends included, if it covers any of them. */
	Optional<OpeningPattern> during(LocalDate from, LocalDate until) {
		var first = this.appliesFrom.isAfter(from) ? this.appliesFrom : from;
		var last = this.appliesUntil.isBefore(until) ? this.appliesUntil : until;
		return last.isBefore(first) ? Optional.empty() : Optional.of(new OpeningPattern(first, last, this.rule));
	}

	/** Whether it asks for nothing: the pattern was ended. */
	public boolean isEnd() {
		return this.appliesUntil.isBefore(this.appliesFrom);
	}

	public int getNumber() {
		return this.number;
	}

	public LocalDate getAppliesFrom() {
		return this.appliesFrom;
	}

	public LocalDate getAppliesUntil() {
		return this.appliesUntil;
	}

	public OpeningRule getRule() {
		return this.rule;
	}

	/** What it made of the half-days. */
	public DecisionOutcome getOutcome() {
		return this.outcome;
	}

	public Instant getDecidedAt() {
		return this.decidedAt;
	}

}
