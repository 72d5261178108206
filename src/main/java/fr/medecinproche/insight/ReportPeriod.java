package fr.medecinproche.insight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * Whole months, from the first to the last.
 *
 * @param from the first
 * @param to the last, not before the first
 */
public record ReportPeriod(YearMonth from, YearMonth to) {

	/** As far back as one may look. */
	public static final int MOST_MONTHS = 36;

	private static final int USUAL_MONTHS = 6;

	/**
	 * One month.
	 * @param month the month
	 * @return the period
	 */
	public static ReportPeriod of(YearMonth month) {
		return new ReportPeriod(month, month);
	}

	/**
	 * What somebody asks for; what makes no sense asks for the last six months.
	 * @param from the first month, such as "2027-01"
	 * @param to the last
	 * @param present the present month: none after it, and none long before
	 * @return a period
	 */
	public static ReportPeriod asked(@Nullable String from, @Nullable String to, YearMonth present) {
		var earliest = present.minusMonths(MOST_MONTHS - 1);
		var last = within(month(to, present), earliest, present);
		var first = within(month(from, last.minusMonths(USUAL_MONTHS - 1)), earliest, present);
		return first.isAfter(last) ? new ReportPeriod(last, first) : new ReportPeriod(first, last);
	}

	private static YearMonth month(@Nullable String typed, YearMonth otherwise) {
		try {
			return (typed != null && !typed.isBlank()) ? YearMonth.parse(typed) : otherwise;
		}
		catch (DateTimeException ex) {
			return otherwise;
		}
	}

	private static YearMonth within(YearMonth month, YearMonth earliest, YearMonth latest) {
		return month.isBefore(earliest) ? earliest : month.isAfter(latest) ? latest : month;
	}

	/** Its months, the first one first. */
	public List<YearMonth> months() {
		return LongStream.rangeClosed(0, ChronoUnit.MONTHS.between(this.from, this.to))
			.mapToObj(this.from::plusMonths)
			.toList();
	}

	/** Its first day. */
	public LocalDate firstDay() {
		return this.from.atDay(1);
	}

	/** The day after its last. */
	public LocalDate end() {
		return this.to.plusMonths(1).atDay(1);
	}

}
