package fr.medecinproche.insight.web;

import java.time.LocalDate;

import fr.medecinproche.insight.Figures;
import fr.medecinproche.insight.Span;

/**
 * A zone in a week or a month.
 *
 * @param span the week or month
 * @param figures what its half-days add up to
 * @param state whether a doctor comes, and if not, why
 */
record CoverageCell(Span span, Figures figures, State state) {

	static CoverageCell of(CoverageZone zone, Span span, Figures figures, Unwanted unwanted, LocalDate today) {
		var state = State.of(figures, zone.sites(), span.isOver(today));
		return new CoverageCell(span, figures, (state.isHole() && unwanted.in(zone, span)) ? State.UNWANTED : state);
	}

	public boolean isHole() {
		return this.state.isHole();
	}

	public boolean isOver() {
		return this.state == State.PAST || this.state == State.PAST_BARE;
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
		/** Half-days are open, and no doctor has taken one. */
		NOBODY,
		/** A doctor comes. */
		COVERED,
		/** Every open site has published that it needs nobody: nothing is missing. */
		UNWANTED,
		/** A doctor had taken a half-day. */
		PAST,
		/** None had. */
		PAST_BARE;

		static State of(Figures figures, int openSites, boolean over) {
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
