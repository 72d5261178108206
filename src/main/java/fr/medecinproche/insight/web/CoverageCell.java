package fr.medecinproche.insight.web;

import java.time.LocalDate;

import fr.medecinproche.insight.Span;
import fr.medecinproche.insight.Tally;

/**
 * A zone in a week or a month.
 *
 * @param span the week or month
 * @param figures what its half-days add up to
 * @param state whether a doctor comes, and if not, why
 */
record CoverageCell(Span span, Tally figures, State state) {

	static CoverageCell of(CoverageZone zone, Span span, Tally figures, DaysOff daysOff, LocalDate today) {
		var state = State.of(figures, zone.sites(), span.isOver(today));
		return new CoverageCell(span, figures, (figures.taken() > 0) ? state : excused(state, zone, span, daysOff));
	}

	/** Why nobody comes, when it is neither for want of half-days nor of doctors. */
	private static State excused(State state, CoverageZone zone, Span span, DaysOff daysOff) {
		if (!zone.scheme().applyIn(span)) {
			return State.OUTSIDE;
		}
		var reason = state.isHole() ? daysOff.in(zone, span) : null;
		return (reason == null || (reason == State.SITES_CLOSED && state == State.NOBODY)) ? state : reason;
	}

	/** Whether somebody should come, or should have, and nobody does. */
	public boolean isBare() {
		return isHole() || this.state == State.PAST_BARE;
	}

	public boolean isHole() {
		return this.state.isHole();
	}

	public boolean isOver() {
		return this.state == State.PAST || this.state == State.PAST_BARE;
	}

	/** Its style: colours only repeat what the words say. */
	String shade() {
		if (isHole()) {
			return "hole";
		}
		return (isOver() || this.state == State.OUTSIDE) ? "over" : "";
	}

	/**
	 * Whether a doctor comes. The first ones are holes, each with what it takes to fill
	 * it.
	 */
	enum State {

		/** No site of the zone is open: one must be found, or made ready. */
		NO_SITE,
		/** A site is open, and offers no half-day. */
		NOTHING_OPENED,
		/** Half-days were opened and all of them closed. */
		ALL_CLOSED,
		/** Every open site is closed for a while: half-days elsewhere, or another day. */
		SITES_CLOSED,
		/** Half-days are open, and no doctor has taken one. */
		NOBODY,
		/** A doctor comes. */
		COVERED,
		/** Every open site has published that it needs nobody: nothing is missing. */
		UNWANTED,
		/** The scheme does not apply to the zone then: nothing is missing. */
		OUTSIDE,
		/** A doctor had taken a half-day. */
		PAST,
		/** None had. */
		PAST_BARE;

		static State of(Tally figures, int openSites, boolean over) {
			if (figures.taken() > 0) {
				return over ? PAST : COVERED;
			}
			if (over) {
				return PAST_BARE;
			}
			if (figures.opened() > 0) {
				return NOBODY;
			}
			if (openSites == 0) {
				return NO_SITE;
			}
			return (figures.closed() > 0) ? ALL_CLOSED : NOTHING_OPENED;
		}

		boolean isHole() {
			return compareTo(COVERED) < 0;
		}

	}

}
