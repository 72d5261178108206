package fr.medecinproche.indemnity;

import java.time.YearMonth;
import java.util.Map;

/**
 * What the statements of a month come to, by where they stand.
 *
 * @param month which
 * @param shares those of each status that has any
 * @param closable those among them that nothing keeps from being closed
 */
public record MonthFigures(YearMonth month, Map<StatementStatus, Share> shares, Share closable) {

	public MonthFigures {
		shares = Map.copyOf(shares);
	}

	/**
	 * Those of one status.
	 * @param status where they stand
	 * @return nothing when there are none
	 */
	public Share of(StatementStatus status) {
		return this.shares.getOrDefault(status, Share.NOTHING);
	}

	/**
	 * All of them.
	 * @return the sum of all statuses
	 */
	public Share total() {
		return this.shares.values().stream().reduce(Share.NOTHING, Share::and);
	}

	/**
	 * Whether each statement is closed, or may be now.
	 * @return {@code false} while the doctor or the agency still has something to say
	 */
	public boolean isReadyToClose() {
		return of(StatementStatus.CLOSED).statements() + this.closable.statements() == total().statements();
	}

	/**
	 * Some statements.
	 *
	 * @param statements how many
	 * @param halfDays the half-days entered in them
	 * @param cents what they come to
	 */
	public record Share(int statements, int halfDays, long cents) {

		static final Share NOTHING = new Share(0, 0, 0);

		Share and(Share other) {
			return new Share(this.statements + other.statements, this.halfDays + other.halfDays,
					this.cents + other.cents);
		}

	}

}
