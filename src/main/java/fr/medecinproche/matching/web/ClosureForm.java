package fr.medecinproche.matching.web;

import java.time.LocalDate;
import java.util.Objects;

import fr.medecinproche.schedule.ClosedPeriod;
import fr.medecinproche.schedule.ClosureReason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * Days a site does not receive, as an agent writes them down.
 *
 * @param from the first day
 * @param until the last day, empty for one day only
 * @param reason why
 * @param note more of it
 * @param vu the digest of the impact that was shown
 * @param confirmation the number of patients, where there are any
 */
record ClosureForm(@NotNull @Nullable LocalDate from, @Nullable LocalDate until,
		@NotNull(message = "{matching.closure.reason.missing}") @Nullable ClosureReason reason,
		@Size(max = 200) @Nullable String note, @Nullable String vu, @Nullable String confirmation) {

	private static final int YEARS_AHEAD = 2;

	void check(LocalDate today, Errors errors) {
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

	/** What the form says, once it was found right. */
	ClosedPeriod period() {
		var first = Objects.requireNonNull(this.from);
		return new ClosedPeriod(first, Objects.requireNonNullElse(this.until, first),
				Objects.requireNonNull(this.reason),
				(this.note == null || this.note.isBlank()) ? null : this.note.strip());
	}

}
