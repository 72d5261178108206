package fr.medecinproche.volunteer.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import fr.medecinproche.volunteer.FileMove;
import fr.medecinproche.volunteer.FilePosition;
import fr.medecinproche.volunteer.FileStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * The steps of the way an agent knows of, each with its day; those without one have not
 * happened.
 *
 * @param seen the number of the last step the page showed
 * @param ordre when the Ordre was asked
 * @param activity when the Ordre had added the activity
 * @param number when the CPAM had given its number
 * @param active from when half-days may be taken
 */
record StepsForm(@Nullable Integer seen, @Nullable LocalDate ordre, @Nullable LocalDate activity,
		@Nullable LocalDate number, @Nullable LocalDate active) {

	static final Map<FileStatus, String> FIELDS = Map.of(FileStatus.ORDRE_CHECK, "ordre", FileStatus.ACTIVITY_DECLARED,
			"activity", FileStatus.CPAM_NUMBER_GIVEN, "number", FileStatus.ACTIVE, "active");

	static final StepsForm EMPTY = new StepsForm(null, null, null, null, null);

	static String field(FileStatus status) {
		return Objects.requireNonNull(FIELDS.get(status), status::name);
	}

	private @Nullable LocalDate day(FileStatus status) {
		return switch (status) {
			case ORDRE_CHECK -> this.ordre;
			case ACTIVITY_DECLARED -> this.activity;
			case CPAM_NUMBER_GIVEN -> this.number;
			case ACTIVE -> this.active;
			default -> null;
		};
	}

	/** Says beside each day what is wrong with it. */
	void check(FilePosition file, LocalDate today, Errors errors) {
		var ahead = file.status().ahead();
		var moves = moves();
		if (moves.isEmpty() && !errors.hasErrors() && !ahead.isEmpty()) {
			errors.rejectValue(field(ahead.getFirst()), "volunteer.steps.none");
		}
		var last = file.since();
		for (var status : ahead) {
			var day = day(status);
			if (day == null) {
				boolean later = moves.stream().anyMatch((move) -> move.to().compareTo(status) > 0);
				if (later && !errors.hasFieldErrors(field(status))) {
					errors.rejectValue(field(status), "volunteer.steps.gap");
				}
			}
			else if (day.isAfter(today)) {
				errors.rejectValue(field(status), "volunteer.refusal.IN_THE_FUTURE");
			}
			else if (day.isBefore(last)) {
				errors.rejectValue(field(status), "volunteer.refusal.BEFORE_THE_LAST_STEP");
			}
			else {
				last = day;
			}
		}
	}

	List<FileMove> moves() {
		var moves = new ArrayList<FileMove>();
		for (var status : FileStatus.PATH) {
			var day = day(status);
			if (day != null) {
				moves.add(new FileMove(status, day, null));
			}
		}
		return moves;
	}

}
