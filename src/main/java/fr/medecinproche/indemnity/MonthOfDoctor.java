package fr.medecinproche.indemnity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

/**
 * A statement in a list.
 *
 * @param id the statement, null when nobody has confirmed a half-day of that month yet
 * @param volunteerId whose
 * @param doctor how the doctor is called
 * @param firstDay the first day of the month
 * @param halfDays how many half-days are entered
 * @param totalCents what it comes to
 * @param readyAt since when the doctor is asked to check it
 * @param confirmedAt when the doctor agreed
 * @param closedAt when the agency closed it
 * @param disputed whether the agency has something to answer
 */
public record MonthOfDoctor(@Nullable Long id, long volunteerId, String doctor, LocalDate firstDay, int halfDays,
		long totalCents, @Nullable Instant readyAt, @Nullable Instant confirmedAt, @Nullable Instant closedAt,
		boolean disputed) {

	public YearMonth month() {
		return YearMonth.from(this.firstDay);
	}

	public StatementStatus status() {
		return StatementStatus.of(this.readyAt, this.confirmedAt, this.closedAt, this.disputed);
	}

}
