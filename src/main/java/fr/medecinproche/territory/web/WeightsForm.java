package fr.medecinproche.territory.web;

import fr.medecinproche.territory.need.NeedFigures.WeightsInForce;
import fr.medecinproche.territory.need.NeedWeights;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * How much each criterion counts, in parts of a hundred.
 *
 * @param seen the number of the weights the agent saw
 */
record WeightsForm(@Nullable Long seen,
		@NotNull(message = "{territory.weights.form}") @PositiveOrZero(
				message = "{territory.weights.form}") @Nullable Integer access,
		@NotNull(message = "{territory.weights.form}") @PositiveOrZero(
				message = "{territory.weights.form}") @Nullable Integer youngDoctors,
		@NotNull(message = "{territory.weights.form}") @PositiveOrZero(
				message = "{territory.weights.form}") @Nullable Integer longIllness,
		@NotNull(message = "{territory.weights.form}") @PositiveOrZero(
				message = "{territory.weights.form}") @Nullable Integer emergency,
		@NotNull(message = "{territory.weights.form}") @PositiveOrZero(
				message = "{territory.weights.form}") @Nullable Integer livingStandard) {

	private static final int WHOLE = 100;

	static WeightsForm of(WeightsInForce inForce) {
		var weights = inForce.weights();
		return new WeightsForm(inForce.id(), weights.access(), weights.youngDoctors(), weights.longIllness(),
				weights.emergency(), weights.livingStandard());
	}

	/** What was typed, or null and an error. */
	@Nullable NeedWeights weights(Errors errors) {
		if (errors.hasErrors() || this.access == null || this.youngDoctors == null || this.longIllness == null
				|| this.emergency == null || this.livingStandard == null) {
			return null;
		}
		long sum = (long) this.access + this.youngDoctors + this.longIllness + this.emergency + this.livingStandard;
		if (sum != WHOLE) {
			errors.reject("territory.weights.sum", new Object[] { sum }, null);
			return null;
		}
		return new NeedWeights(this.access, this.youngDoctors, this.longIllness, this.emergency, this.livingStandard);
	}

}
