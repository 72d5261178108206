package fr.medecinproche.volunteer.web;

import java.time.LocalDate;

import fr.medecinproche.volunteer.CpsCard;
import org.jspecify.annotations.Nullable;

/**
 * Where the new CPS card stands; no day, and it was not asked for, or has not come.
 *
 * @param askedOn when it was asked for
 * @param receivedOn when it came
 */
record CardForm(@Nullable LocalDate askedOn, @Nullable LocalDate receivedOn) {

	static CardForm of(CpsCard card) {
		return new CardForm(card.askedOn(), card.receivedOn());
	}

	CpsCard toCard() {
		return new CpsCard(this.askedOn, this.receivedOn);
	}

}
