package fr.medecinproche.site;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a site stands: known of, being prepared, ready for doctors, receiving, paused for
 * a while, or closed for good. The moves from one to another are in one table, here, and
 * once more in the database.
 */
public enum SiteStatus {

	IDENTIFIED, PREPARING, READY, OPEN, SUSPENDED, CLOSED;

	private static final Map<SiteStatus, Set<SiteStatus>> MOVES = Map
		.of( // @formatter:off
			IDENTIFIED, EnumSet.of(PREPARING, CLOSED),
			PREPARING, EnumSet.of(READY, CLOSED),
			READY, EnumSet.of(PREPARING, OPEN, CLOSED),
			OPEN, EnumSet.of(SUSPENDED, CLOSED),
			SUSPENDED, EnumSet.of(OPEN, CLOSED),
			CLOSED, EnumSet.noneOf(SiteStatus.class)); // @formatter:on

	/**
	 * Whether a site may go from here to there in one step.
	 * @param next where it would stand
	 * @return true for a move of the table
	 */
	public boolean leadsTo(SiteStatus next) {
		return MOVES.get(this).contains(next);
	}

	/**
	 * Whether patients have a page of the site.
	 * @return true once it has been open
	 */
	public boolean isPublished() {
		return this == OPEN || this == SUSPENDED || this == CLOSED;
	}

	/**
	 * Whether the agency still has something to do before doctors come.
	 * @return true until it is open for the first time
	 */
	public boolean isBeforeOpening() {
		return this == IDENTIFIED || this == PREPARING || this == READY;
	}

}
