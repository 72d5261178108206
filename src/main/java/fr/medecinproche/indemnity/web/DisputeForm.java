package fr.medecinproche.indemnity.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

import fr.medecinproche.indemnity.Dispute.Reason;
import fr.medecinproche.indemnity.DisputeService.Complaint;
import fr.medecinproche.indemnity.StatementLine;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.Period;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

/**
 * What a doctor says is wrong.
 *
 * @param ligne the line, null when a half-day is missing
 * @param motif what is wrong with the line
 * @param jour the day of the half-day that is missing
 * @param periode its half
 * @param commentaire a few words, about work
 */
record DisputeForm(@Nullable Long ligne, @Nullable Reason motif, @Nullable LocalDate jour, @Nullable Period periode,
		@Nullable @Size(max = 300, message = "{indemnity.dispute.comment.long}") String commentaire) {

	/** What can be wrong with a line. */
	static final List<Reason> REASONS = List.of(Reason.NOT_HELD, Reason.DAY_OR_PLACE, Reason.AMOUNT);

	void check(YearMonth month, @Nullable StatementLine line, BindingResult errors) {
		if (line != null) {
			if (this.motif == null || this.motif == Reason.MISSING) {
				errors.rejectValue("motif", "indemnity.dispute.reason.missing");
			}
			return;
		}
		if (this.jour == null || !YearMonth.from(this.jour).equals(month)) {
			errors.rejectValue("jour", "indemnity.dispute.day.wrong");
		}
		if (this.periode == null) {
			errors.rejectValue("periode", "indemnity.dispute.period.missing");
		}
	}

	Complaint toComplaint(@Nullable StatementLine line) {
		var words = (this.commentaire != null && !this.commentaire.isBlank()) ? this.commentaire.strip() : null;
		if (line != null) {
			return new Complaint(line.halfDay(), Objects.requireNonNull(this.motif), words);
		}
		return new Complaint(new HalfDay(Objects.requireNonNull(this.jour), Objects.requireNonNull(this.periode)),
				Reason.MISSING, words);
	}

}
