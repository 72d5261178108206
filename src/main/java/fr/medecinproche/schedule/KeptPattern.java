package fr.medecinproche.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import fr.medecinproche.site.ConsultationSite;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of half-days a site has, with all that was decided about it. The last
 * decision counts, from its day on; what is before that day stays.
 */
@Entity
@Table(name = "opening_pattern")
public class KeptPattern {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private ConsultationSite site;

	private Instant createdAt;

	@OneToMany(mappedBy = "pattern", cascade = CascadeType.PERSIST)
	@OrderBy("number")
	private List<PatternVersion> versions = new ArrayList<>();

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected KeptPattern() {
	}

	KeptPattern(ConsultationSite site, OpeningPattern first, DecisionOutcome outcome, Clock clock) {
		this.site = site;
		this.createdAt = clock.instant();
		decide(first, outcome, clock);
	}

	/**
	 * Decides anew what it asks for.
	 * @param next from which day on, until when, and what; until the day before to end it
	 * @param outcome what that makes of the half-days
	 * @param clock tells when it was decided
	 */
	final void decide(OpeningPattern next, DecisionOutcome outcome, Clock clock) {
		this.versions.add(new PatternVersion(this, this.versions.size() + 1, next, outcome, clock));
	}

	/**
	 * The week a rhythm is counted from after a change.
	 * @param rhythm the rhythm from then on
	 * @param from the day of the change
	 * @return the week it was counted from, unless the rhythm is another one
	 */
	public LocalDate countedFrom(Rhythm rhythm, LocalDate from) {
		var rule = getLast().getRule();
		return (rule.rhythm() == rhythm) ? rule.countedFrom() : from;
	}

	/**
	 * What it asks for on some days. A decision counts until the day before a later one
	 * begins.
	 * @param from the first day
	 * @param until the last day
	 * @return each decision that counts on some of them, with these days only
	 */
	List<OpeningPattern> during(LocalDate from, LocalDate until) {
		var asked = new ArrayList<OpeningPattern>();
		var last = until;
		for (var decision : this.versions.reversed()) {
			decision.during(from, last).ifPresent(asked::addFirst);
			var before = decision.getAppliesFrom().minusDays(1);
			last = before.isBefore(last) ? before : last;
		}
		return asked;
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public ConsultationSite getSite() {
		return this.site;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	/** All that was decided, the first decision first. */
	public List<PatternVersion> getVersions() {
		return List.copyOf(this.versions);
	}

	/** The last decision. */
	public PatternVersion getLast() {
		return this.versions.getLast();
	}

	/**
	 * Whether it asks for nothing any more.
	 * @param today the present day
	 * @return true when its last day is over
	 */
	public boolean isOver(LocalDate today) {
		return getLast().getAppliesUntil().isBefore(today);
	}

}
