package fr.medecinproche.schedule.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

import fr.medecinproche.schedule.KeptPattern;
import fr.medecinproche.schedule.OpeningPattern;
import fr.medecinproche.schedule.OpeningRule;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.schedule.Rhythm;
import fr.medecinproche.site.ConsultationHours;
import fr.medecinproche.site.ConsultationSite;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.Errors;

/**
 * A pattern as an agent describes it, for a new one and for a change.
 *
 * @param from the first day, or the day of the change
 * @param until the last day
 * @param rhythm how often
 * @param weekdays on which days of the week
 * @param periods mornings, afternoons or both
 * @param rooms which rooms; of no use at a site that has one
 * @param onHolidays whether public holidays are opened too
 * @param besideDoctors whether a room is opened beside a doctor expected in another one
 * @param morningStart the hours of this pattern, each empty for that of the site
 * @param morningEnd the same
 * @param afternoonStart the same
 * @param afternoonEnd the same
 * @param seen the digest of the plan that was shown
 */
record RhythmForm(@NotNull @Nullable LocalDate from, @NotNull @Nullable LocalDate until,
		@NotNull(message = "{schedule.repeat.missing}") @Nullable Rhythm rhythm, @Nullable Set<DayOfWeek> weekdays,
		@Nullable Set<Period> periods, @Nullable Set<Integer> rooms, @Nullable Boolean onHolidays,
		@Nullable Boolean besideDoctors, @DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime morningStart,
		@DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime morningEnd,
		@DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime afternoonStart,
		@DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime afternoonEnd, @Nullable String seen) {

	private static final int YEARS_AHEAD = 2;

	/** What a change starts from: what the pattern asks for now. */
	static RhythmForm of(KeptPattern pattern, LocalDate from) {
		var last = pattern.getLast();
		var rule = last.getRule();
		var until = last.getAppliesUntil().isBefore(from) ? null : last.getAppliesUntil();
		var hours = rule.hours();
		return new RhythmForm(from, until, rule.rhythm(), rule.weekdays(), rule.periods(), rule.rooms(),
				rule.onHolidays(), rule.besideDoctors(), (hours != null) ? hours.morningStart() : null,
				(hours != null) ? hours.morningEnd() : null, (hours != null) ? hours.afternoonStart() : null,
				(hours != null) ? hours.afternoonEnd() : null, null);
	}

	/**
	 * Puts the errors that make the half-days impossible to count in their places.
	 * @param today no half-day is opened before
	 * @param site where
	 * @param errors where the errors go
	 */
	void check(LocalDate today, ConsultationSite site, Errors errors) {
		checkRule(today, errors);
		if (site.getRooms() > 1 && (this.rooms == null || this.rooms.isEmpty())) {
			errors.rejectValue("rooms", "schedule.opening.rooms.missing");
		}
		var hours = hours(site);
		if (hours != null && !hours.inOrder()) {
			errors.rejectValue("morningStart", "schedule.rhythm.hours.wrong");
		}
	}

	/**
	 * The same, wherever it may be.
	 * @param today no half-day is opened before
	 * @param errors where the errors go
	 */
	void checkRule(LocalDate today, Errors errors) {
		checkDays(today, errors);
		if (this.weekdays == null || this.weekdays.isEmpty()) {
			errors.rejectValue("weekdays", "schedule.opening.weekdays.missing");
		}
		if (this.periods == null || this.periods.isEmpty()) {
			errors.rejectValue("periods", "schedule.opening.periods.missing");
		}
	}

	private void checkDays(LocalDate today, Errors errors) {
		if (this.from == null) {
			return;
		}
		if (this.from.isBefore(today)) {
			errors.rejectValue("from", "schedule.opening.past");
		}
		else if (this.from.isAfter(today.plusYears(YEARS_AHEAD))) {
			errors.rejectValue("from", "schedule.opening.far");
		}
		else if (this.until != null && this.until.isBefore(this.from)) {
			errors.rejectValue("until", "schedule.opening.backwards");
		}
		else if (this.until != null && this.until.isAfter(this.from.plusYears(1))) {
			errors.rejectValue("until", "schedule.refusal.PATTERN_TOO_LONG");
		}
	}

	/** The same in other rooms, at the hours of the site. */
	RhythmForm in(Set<Integer> others) {
		return new RhythmForm(this.from, this.until, this.rhythm, this.weekdays, this.periods, others, this.onHolidays,
				this.besideDoctors, null, null, null, null, this.seen);
	}

	/** The month it begins in, once it was found right. */
	YearMonth month() {
		return YearMonth.from(Objects.requireNonNull(this.from));
	}

	/** What the form asks for at a site, once it was found right. */
	OpeningPattern pattern(ConsultationSite site) {
		return pattern(site, (rhythm, first) -> first);
	}

	/**
	 * The same for a change.
	 * @param pattern what is changed: its weeks stay counted as they were
	 */
	OpeningPattern pattern(KeptPattern pattern) {
		return pattern(pattern.getSite(), pattern::countedFrom);
	}

	private OpeningPattern pattern(ConsultationSite site, BiFunction<Rhythm, LocalDate, LocalDate> countedFrom) {
		var first = Objects.requireNonNull(this.from);
		var often = Objects.requireNonNull(this.rhythm);
		var where = (site.getRooms() == 1) ? Set.of(1) : Objects.requireNonNull(this.rooms);
		var rule = new OpeningRule(often, countedFrom.apply(often, first), Objects.requireNonNull(this.weekdays),
				Objects.requireNonNull(this.periods), where, Boolean.TRUE.equals(this.onHolidays),
				Boolean.TRUE.equals(this.besideDoctors), hours(site));
		return new OpeningPattern(first, Objects.requireNonNull(this.until), rule);
	}

	/**
	 * Its own hours, those of the site filling what is empty; null when all are empty.
	 */
	private @Nullable ConsultationHours hours(ConsultationSite site) {
		var usual = site.getHours();
		var own = new ConsultationHours(Objects.requireNonNullElse(this.morningStart, usual.morningStart()),
				Objects.requireNonNullElse(this.morningEnd, usual.morningEnd()),
				Objects.requireNonNullElse(this.afternoonStart, usual.afternoonStart()),
				Objects.requireNonNullElse(this.afternoonEnd, usual.afternoonEnd()));
		return own.equals(usual) ? null : own;
	}

}
