package fr.medecinproche.insight;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A calendar week, from its Monday, or a calendar month: what figures are added up over.
 *
 * @param unit week or month
 * @param from its first day
 */
public record Span(Unit unit, LocalDate from) {

	private static final Pattern WEEK = Pattern.compile("(20\\d\\d)-S([0-5]\\d)");

	private static final Pattern MONTH = Pattern.compile("20\\d\\d-[01]\\d");

	/**
	 * How long a span is, with the column of {@code half_day_fact} that holds its first
	 * day.
	 */
	public enum Unit {

		WEEK("week"), MONTH("month");

		private final String column;

		Unit(String column) {
			this.column = column;
		}

		public String column() {
			return this.column;
		}

	}

	/**
	 * The span a day lies in.
	 * @param unit week or month
	 * @param day any day of it
	 * @return its span
	 */
	public static Span of(Unit unit, LocalDate day) {
		return new Span(unit, (unit == Unit.WEEK) ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
				: day.withDayOfMonth(1));
	}

	/**
	 * Reads the name a span has in addresses.
	 * @param code such as {@code 2027-S02} (the ISO week) or {@code 2027-01}
	 * @return empty when it names no week and no month of this century
	 */
	public static Optional<Span> parse(String code) {
		try {
			var week = WEEK.matcher(code);
			if (week.matches()) {
				var span = week(Integer.parseInt(week.group(1)), Integer.parseInt(week.group(2)));
				return Optional.of(span).filter((found) -> found.code().equals(code));
			}
			return MONTH.matcher(code).matches() ? Optional.of(of(Unit.MONTH, YearMonth.parse(code).atDay(1)))
					: Optional.empty();
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static Span week(int year, int number) {
		return of(Unit.WEEK, LocalDate.of(year, 1, 4).plusWeeks(number - 1L));
	}

	/**
	 * The name it has in addresses.
	 * @return such as {@code 2027-S02} or {@code 2027-01}
	 */
	public String code() {
		return (this.unit == Unit.MONTH) ? month().toString()
				: "%d-S%02d".formatted(this.from.get(IsoFields.WEEK_BASED_YEAR), weekNumber());
	}

	/** The number of the ISO week of its first day. */
	public int weekNumber() {
		return this.from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
	}

	/** The month of its first day. */
	public YearMonth month() {
		return YearMonth.from(this.from);
	}

	/** The day after its last. */
	public LocalDate until() {
		return plus(1).from;
	}

	public LocalDate lastDay() {
		return until().minusDays(1);
	}

	/**
	 * The span so many later.
	 * @param number how many weeks or months; earlier when negative
	 * @return a span of the same unit
	 */
	public Span plus(int number) {
		return new Span(this.unit,
				(this.unit == Unit.WEEK) ? this.from.plusWeeks(number) : this.from.plusMonths(number));
	}

	/**
	 * Whether nothing of it is to come.
	 * @param today the present
	 * @return false on its last day
	 */
	public boolean isOver(LocalDate today) {
		return !until().isAfter(today);
	}

	public boolean isWeek() {
		return this.unit == Unit.WEEK;
	}

}
