package fr.medecinproche.insight.web;

import java.util.List;

/**
 * The first of many, with how many there are.
 *
 * @param first the first ones
 * @param total how many there are in all
 */
record Found<T>(List<T> first, long total) {

	/** Whether some are not among the first. */
	public boolean hasMore() {
		return this.total > this.first.size();
	}

}
