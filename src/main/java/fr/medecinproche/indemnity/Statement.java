package fr.medecinproche.indemnity;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.schedule.HalfDay;
import org.jspecify.annotations.Nullable;

/**
 * A month of a doctor: what is owed for it, and where it stands.
 *
 * @param id the statement, null as long as there is nothing in it
 * @param volunteerId whose
 * @param month which
 * @param readyAt since when the doctor is asked to check it
 * @param confirmedAt when the doctor agreed
 * @param closedAt when the agency closed it
 * @param lines what is owed, by day
 * @param disputes what the doctor found wrong, in the order it was said
 */
public record Statement(@Nullable Long id, long volunteerId, YearMonth month, @Nullable Instant readyAt,
		@Nullable Instant confirmedAt, @Nullable Instant closedAt, List<StatementLine> lines, List<Dispute> disputes) {

	static Statement empty(long volunteerId, YearMonth month) {
		return new Statement(null, volunteerId, month, null, null, null, List.of(), List.of());
	}

	public StatementStatus status() {
		return StatementStatus.of(this.readyAt, this.confirmedAt, this.closedAt, isDisputed());
	}

	public boolean isDisputed() {
		return this.disputes.stream().anyMatch(Dispute::isOpen);
	}

	public boolean isEmpty() {
		return this.lines.isEmpty();
	}

	/**
	 * What the month comes to.
	 * @return in cents of a euro
	 */
	public long totalCents() {
		return this.lines.stream().mapToLong(StatementLine::amountCents).sum();
	}

	/**
	 * How many half-days are entered.
	 * @return without the corrections
	 */
	public int halfDays() {
		return (int) this.lines.stream().filter(StatementLine::isEntry).count();
	}

	/**
	 * What the doctor looks at, in short: lines are numbered as they come, so it changes
	 * with every line that comes or goes.
	 * @return such as "3-30000-17"
	 */
	public String mark() {
		long last = this.lines.stream().mapToLong(StatementLine::id).max().orElse(0);
		return this.lines.size() + "-" + totalCents() + "-" + last;
	}

	/**
	 * Whether a half-day is in it.
	 * @param halfDay a half-day
	 * @return true for an entry as for a correction
	 */
	public boolean has(HalfDay halfDay) {
		return this.lines.stream().anyMatch((line) -> halfDay.equals(line.halfDay()));
	}

	/**
	 * The line with a given number.
	 * @param lineId a line
	 * @return empty when it is not in this statement
	 */
	public Optional<StatementLine> line(long lineId) {
		return this.lines.stream().filter((line) -> line.id() == lineId).findFirst();
	}

	/**
	 * Whether a half-day is disputed, and not answered.
	 * @param halfDay a half-day
	 * @return true while the agency has to answer
	 */
	public boolean isDisputed(HalfDay halfDay) {
		return this.disputes.stream().filter(Dispute::isOpen).anyMatch((dispute) -> dispute.halfDay().equals(halfDay));
	}

}
