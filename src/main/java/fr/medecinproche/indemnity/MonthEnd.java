package fr.medecinproche.indemnity;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a month stands on its way to being closed, within a perimeter.
 *
 * @param figures its statements
 * @param over whether the month is over
 * @param undecided the half-days of these doctors nobody has confirmed
 * @param undecidedElsewhere those among them at sites out of the perimeter, which others
 * must confirm
 * @param unnumbered the doctors of these statements without a number the health insurance
 * pays under: the month may be closed, but they would not be paid
 * @param closed how it was closed, null while it is not
 */
public record MonthEnd(MonthFigures figures, boolean over, int undecided, int undecidedElsewhere,
		List<Unnumbered> unnumbered, @Nullable ClosedMonth closed) {

	/**
	 * A doctor without that number.
	 *
	 * @param id the doctor
	 * @param doctor how the doctor is called
	 */
	public record Unnumbered(long id, String doctor) {
	}

	/**
	 * Whether nothing is left but to close it. A month is closed as a whole or not at
	 * all: what it came to must not change any more. Doctors whose own statement is ready
	 * need not wait for it.
	 * @return {@code false} without any statement, and while a half-day is undecided, a
	 * dispute is open or a doctor still has time to check
	 */
	public boolean mayClose() {
		return this.over && this.closed == null && this.undecided == 0 && this.figures.total().statements() > 0
				&& this.figures.isReadyToClose();
	}

}
