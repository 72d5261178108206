package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.appointment.ContinuationKind;
import fr.medecinproche.appointment.Follower;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What a doctor notes after a visit: two closed lists and a date, never a word of one's
 * own.
 *
 * @param what what remains to be done
 * @param follower whose task it is
 * @param due by when
 */
record ContinuationForm(@NotNull(message = "{appointment.continuation.what.missing}") @Nullable ContinuationKind what,
		@NotNull(message = "{appointment.continuation.follower.missing}") @Nullable Follower follower,
		@Nullable LocalDate due) {

	static ContinuationForm empty() {
		return new ContinuationForm(null, null, null);
	}

	void check(List<Follower> possible, Errors errors, Clock clock) {
		if (this.follower != null && !possible.contains(this.follower)) {
			errors.rejectValue("follower", "appointment.continuation.follower.none");
		}
		if (this.due != null && this.due.isBefore(LocalDate.now(clock))) {
			errors.rejectValue("due", "appointment.continuation.due.past");
		}
	}

}
