package fr.medecinproche.indemnity.web;

import fr.medecinproche.indemnity.Dispute.Outcome;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

/**
 * What the agency answers.
 *
 * @param suite what comes of the dispute
 * @param reponse what the doctor reads
 */
record AnswerForm(@Nullable @NotNull(message = "{indemnity.answer.outcome.missing}") Outcome suite,
		@Nullable @Size(max = 300, message = "{indemnity.answer.text.long}") String reponse) {

	void check(BindingResult errors) {
		if (this.suite == Outcome.MAINTAINED && words() == null) {
			errors.rejectValue("reponse", "indemnity.answer.text.missing");
		}
	}

	@Nullable String words() {
		return (this.reponse != null && !this.reponse.isBlank()) ? this.reponse.strip() : null;
	}

}
