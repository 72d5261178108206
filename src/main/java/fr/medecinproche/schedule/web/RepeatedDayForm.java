package fr.medecinproche.schedule.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import fr.medecinproche.schedule.Extent;
import fr.medecinproche.schedule.RepeatedDay;
import fr.medecinproche.schedule.Rhythm;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.Errors;

/**
 * A day that comes back, as a doctor describes it.
 *
 * @param lieu the site
 * @param rythme how often
 * @param jour which day of the week
 * @param moment the whole day or a half
 * @param depuis the first day looked at
 * @param jusque the last month, included
 */
record RepeatedDayForm(@Nullable Long lieu, @NotNull(message = "{schedule.repeat.missing}") @Nullable Rhythm rythme,
		@NotNull(message = "{schedule.repeat.missing}") @Nullable DayOfWeek jour,
		@NotNull(message = "{schedule.repeat.missing}") @Nullable Extent moment,
		@NotNull(message = "{schedule.repeat.from.missing}") @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate depuis,
		@NotNull(message = "{schedule.repeat.missing}") @Nullable YearMonth jusque) {

	private static final int USUAL_MONTHS = 6;

	/**
	 * What a doctor who has seen a half-day most likely wants.
	 * @param siteId where
	 * @param seen the day of that half-day
	 * @param moment how much of that day
	 * @return the same weekday, every month, for half a year
	 */
	static RepeatedDayForm likely(long siteId, LocalDate seen, Extent moment) {
		int rank = (seen.getDayOfMonth() - 1) / DayOfWeek.values().length;
		var rhythm = List.of(Rhythm.FIRST, Rhythm.SECOND, Rhythm.THIRD, Rhythm.FOURTH, Rhythm.LAST).get(rank);
		return new RepeatedDayForm(siteId, rhythm, seen.getDayOfWeek(), moment, seen,
				YearMonth.from(seen).plusMonths(USUAL_MONTHS - 1));
	}

	/** The months a repetition may end in. */
	static List<YearMonth> months(YearMonth present) {
		return IntStream.rangeClosed(0, RepeatedDay.MONTHS_AHEAD).mapToObj(present::plusMonths).toList();
	}

	void check(LocalDate today, Errors errors) {
		if (this.depuis != null && this.depuis.isBefore(today)) {
			errors.rejectValue("depuis", "schedule.opening.past");
		}
		else if (this.depuis != null && this.jusque != null && this.jusque.isBefore(YearMonth.from(this.depuis))) {
			errors.rejectValue("jusque", "schedule.opening.backwards");
		}
		else if (this.jusque != null
				&& this.jusque.isAfter(YearMonth.from(today).plusMonths(RepeatedDay.MONTHS_AHEAD))) {
			errors.rejectValue("jusque", "schedule.refusal.PATTERN_TOO_LONG");
		}
	}

	/** What the form asks for, once it was found right. */
	RepeatedDay repeatedDay() {
		return new RepeatedDay(Objects.requireNonNull(this.rythme), Objects.requireNonNull(this.jour),
				Objects.requireNonNull(this.moment), Objects.requireNonNull(this.depuis),
				Objects.requireNonNull(this.jusque));
	}

}
