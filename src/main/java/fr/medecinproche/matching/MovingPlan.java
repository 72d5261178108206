package fr.medecinproche.matching;

import fr.medecinproche.appointment.MovesOfSeveral;

/**
 * Half-days the agency closes, and where their patients go, before it is done.
 *
 * @param closing the half-days
 * @param moves where the patients of each go
 */
public record MovingPlan(ClosingPlan closing, MovesOfSeveral moves) {

	/**
	 * What tells this plan from that of a moment later.
	 * @return a short text, the same for the same plan
	 */
	public String digest() {
		return this.closing.digest() + this.moves.digest();
	}

}
