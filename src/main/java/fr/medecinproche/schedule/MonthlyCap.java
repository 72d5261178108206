package fr.medecinproche.schedule;

import java.time.YearMonth;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Two days a month: a volunteer takes at most four half-days in a calendar month. It
 * counts half-days, not dates: four mornings are two days. The database refuses a fifth
 * by the unique key on volunteer, month and rank; this says it kindly beforehand.
 *
 * @param month the month counted
 * @param ranks the ranks in use, each between 1 and {@value #HALF_DAYS}
 */
public record MonthlyCap(YearMonth month, Set<Integer> ranks) {

	/** Half-days a volunteer may take in one calendar month. */
	public static final int HALF_DAYS = 4;

	/**
	 * The cap as it stands.
	 * @param month the month counted
	 * @param ranks the ranks of the half-days already taken in it
	 * @return the cap of that month
	 */
	public static MonthlyCap of(YearMonth month, Collection<Integer> ranks) {
		return new MonthlyCap(month, Set.copyOf(ranks));
	}

	/**
	 * How many half-days may still be taken.
	 * @return between 0 and {@value #HALF_DAYS}
	 */
	public int left() {
		return HALF_DAYS - this.ranks.size();
	}

	/**
	 * The rank the next half-day takes: the lowest one free, so that a half-day given
	 * back makes room again.
	 * @return a rank, or empty when the month is full
	 */
	public OptionalInt nextRank() {
		return IntStream.rangeClosed(1, HALF_DAYS).filter((rank) -> !this.ranks.contains(rank)).findFirst();
	}

}
