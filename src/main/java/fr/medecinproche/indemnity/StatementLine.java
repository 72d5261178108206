package fr.medecinproche.indemnity;

import java.time.Instant;
import java.time.LocalDate;

import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.Period;
import org.jspecify.annotations.Nullable;

/**
 * A line of a statement: a half-day that was held, or the correction of a line of a
 * closed statement.
 *
 * @param id the line
 * @param kind an entry or a correction
 * @param day the day of the half-day
 * @param period its half
 * @param site where
 * @param commune the site's commune
 * @param amountCents what is owed, or taken back when less than nothing
 * @param reason why it was corrected
 * @param confirmedRole in what capacity somebody confirmed it
 * @param confirmedAt when
 */
public record StatementLine(long id, Kind kind, LocalDate day, Period period, String site, String commune,
		int amountCents, @Nullable String reason, Role confirmedRole, Instant confirmedAt) {

	public HalfDay halfDay() {
		return new HalfDay(this.day, this.period);
	}

	/**
	 * Whether it is the half-day itself.
	 * @return false for a correction
	 */
	public boolean isEntry() {
		return this.kind == Kind.ENTRY;
	}

	/**
	 * Who confirmed it, as pages say it.
	 * @return "HOST" for the site, "AGENCY" for the agency
	 */
	public String confirmedBy() {
		return (this.confirmedRole == Role.HOST) ? "HOST" : "AGENCY";
	}

	/**
	 * On what day somebody confirmed it.
	 * @return the day in mainland France
	 */
	public LocalDate confirmedOn() {
		return LocalDate.ofInstant(this.confirmedAt, HalfDay.ZONE);
	}

	/**
	 * What a line is.
	 */
	public enum Kind {

		ENTRY, CORRECTION

	}

}
