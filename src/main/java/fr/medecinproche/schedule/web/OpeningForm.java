package fr.medecinproche.schedule.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

import fr.medecinproche.schedule.OpeningPattern;
import fr.medecinproche.schedule.Period;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * The half-days an agent wants to open: one day, or some days of the week until another
 * day.
 *
 * @param from the first day
 * @param until the last day, empty for one day only
 * @param weekdays on which days of the week; of no use for one day
 * @param periods mornings, afternoons or both
 * @param rooms which rooms; of no use at a site that has one
 * @param announced how many half-days the preview announced, if it was seen
 */
record OpeningForm(@NotNull @Nullable LocalDate from, @Nullable LocalDate until, @Nullable Set<DayOfWeek> weekdays,
		@Nullable Set<Period> periods, @Nullable Set<Integer> rooms, @Nullable Integer announced) {

	private static final int YEARS_AHEAD = 2;

	/**
	 * Puts the errors that make the half-days impossible to count in their places.
	 * @param today no half-day is opened before
	 * @param siteRooms how many rooms the site has
	 * @param errors where the errors go
	 */
	void check(LocalDate today, int siteRooms, Errors errors) {
		if (this.from != null) {
			checkDays(this.from, today, errors);
		}
		if (this.periods == null || this.periods.isEmpty()) {
			errors.rejectValue("periods", "schedule.opening.periods.missing");
		}
		if (siteRooms > 1 && (this.rooms == null || this.rooms.isEmpty())) {
			errors.rejectValue("rooms", "schedule.opening.rooms.missing");
		}
	}

	private void checkDays(LocalDate first, LocalDate today, Errors errors) {
		if (first.isBefore(today)) {
			errors.rejectValue("from", "schedule.opening.past");
		}
		else if (first.isAfter(today.plusYears(YEARS_AHEAD))) {
			errors.rejectValue("from", "schedule.opening.far");
		}
		else if (this.until != null && this.until.isBefore(first)) {
			errors.rejectValue("until", "schedule.opening.backwards");
		}
		else if (this.until != null && this.until.isAfter(first.plusYears(1))) {
			errors.rejectValue("until", "schedule.refusal.PATTERN_TOO_LONG");
		}
		else if (!isOneDay() && (this.weekdays == null || this.weekdays.isEmpty())) {
			errors.rejectValue("weekdays", "schedule.opening.weekdays.missing");
		}
	}

	private boolean isOneDay() {
		return this.until == null || this.until.equals(this.from);
	}

	/** What the form asks for, once it was found right. */
	OpeningPattern pattern(int siteRooms) {
		var first = Objects.requireNonNull(this.from);
		var last = Objects.requireNonNullElse(this.until, first);
		var days = isOneDay() ? Set.of(first.getDayOfWeek()) : Objects.requireNonNull(this.weekdays);
		var where = (siteRooms == 1) ? Set.of(1) : Objects.requireNonNull(this.rooms);
		return new OpeningPattern(first, last, days, Objects.requireNonNull(this.periods), where);
	}

}
