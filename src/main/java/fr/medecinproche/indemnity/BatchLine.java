package fr.medecinproche.indemnity;

import java.time.LocalDate;
import java.time.YearMonth;

import fr.medecinproche.schedule.Period;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger as it is sent to the CPAM.
 *
 * @param id the line
 * @param rpps the doctor's number in the national directory
 * @param billingNumber the number the health insurance pays under, null when nobody has
 * noted it
 * @param doctor how the doctor is called
 * @param firstDay the first day of the month of the statement
 * @param day the day of the half-day
 * @param period its half
 * @param kind an entry or a correction
 * @param site where
 * @param commune the site's commune
 * @param amountCents what is owed, or taken back when less than nothing
 * @param reason why it was corrected
 */
record BatchLine(long id, String rpps, @Nullable String billingNumber, String doctor, LocalDate firstDay, LocalDate day,
		Period period, StatementLine.Kind kind, String site, String commune, int amountCents, @Nullable String reason) {

	YearMonth month() {
		return YearMonth.from(this.firstDay);
	}

	int halfDays() {
		return (this.kind == StatementLine.Kind.ENTRY) ? 1 : 0;
	}

}
