package fr.medecinproche.appointment;

import java.util.Comparator;

/**
 * How the sites of a search are ordered.
 */
public enum SearchOrder {

	/** The nearest first. */
	NEAREST(Comparator.comparingDouble(SiteOffers::distance)),
	/** Where one is received soonest first, then sites with no free time. */
	SOONEST(Comparator.comparing(SiteOffers::first, Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparingDouble(SiteOffers::distance));

	private final Comparator<SiteOffers> comparator;

	SearchOrder(Comparator<SiteOffers> comparator) {
		this.comparator = comparator;
	}

	Comparator<SiteOffers> comparator() {
		return this.comparator.thenComparingLong((near) -> near.site().getId());
	}

}
