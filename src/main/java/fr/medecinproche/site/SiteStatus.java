package fr.medecinproche.site;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import fr.medecinproche.site.SiteRefusedException.Reason;

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
	 * Goes one step.
	 * @param next where the site will stand
	 * @return there
	 * @throws SiteRefusedException when no step leads there from here
	 */
	SiteStatus next(SiteStatus next) {
		if (!leadsTo(next)) {
			throw new SiteRefusedException(refusal(next), 0);
		}
		return next;
	}

	private Reason refusal(SiteStatus next) {
		if (this == CLOSED) {
			return Reason.CLOSED_FOR_GOOD;
		}
		if (next == SUSPENDED) {
			return Reason.NOT_OPEN;
		}
		return (next == OPEN && isBeforeOpening()) ? Reason.NOT_READY : Reason.NO_SUCH_MOVE;
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
