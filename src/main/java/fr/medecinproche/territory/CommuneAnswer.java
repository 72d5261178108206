package fr.medecinproche.territory;

import java.util.List;

/**
 * What a commune that somebody typed was understood as.
 */
public sealed interface CommuneAnswer {

	/**
	 * One commune and no other.
	 *
	 * @param commune the commune, its department and zone loaded
	 */
	record Found(Commune commune) implements CommuneAnswer {
	}

	/**
	 * Several communes answer to that name or postal code: the person has to choose.
	 *
	 * @param choices the likeliest of them, at least two
	 */
	record Ambiguous(List<CommuneMatch> choices) implements CommuneAnswer {
	}

	/**
	 * No commune answers to it.
	 *
	 * @param suggestions what may have been meant, perhaps nothing
	 */
	record Unknown(List<CommuneMatch> suggestions) implements CommuneAnswer {
	}

}
