package fr.medecinproche.insight;

import org.jspecify.annotations.Nullable;

/**
 * How many patients, as everybody may know it: of one to four, one could guess who they
 * are. A number is {@code null} when it is hidden, either because it is that small or
 * because the others would give such a one away by a subtraction.
 *
 * @param booked who have, or had, a time
 * @param honoured who came
 * @param absent who did not
 * @param withoutRegularDoctor of the booked, who have no « médecin traitant »
 */
public record PublishedVisits(@Nullable Long booked, @Nullable Long honoured, @Nullable Long absent,
		@Nullable Long withoutRegularDoctor) {

	/** The most patients that are hidden. */
	public static final int MOST_HIDDEN = 4;

	/**
	 * What may be published.
	 * @param tally the true numbers
	 * @return the same, or nothing where it must be hidden
	 */
	public static PublishedVisits of(Tally tally) {
		long booked = tally.booked();
		long unnoted = booked - tally.honoured() - tally.absent();
		long others = booked - tally.withoutRegularDoctor();
		boolean all = isSmall(booked);
		// who came, who did not and of whom nothing was noted add up to the booked
		boolean outcome = all || isSmall(tally.honoured()) || isSmall(tally.absent()) || isSmall(unnoted);
		boolean doctor = all || isSmall(tally.withoutRegularDoctor()) || isSmall(others);
		return new PublishedVisits(all ? null : booked, outcome ? null : tally.honoured(),
				outcome ? null : tally.absent(), doctor ? null : tally.withoutRegularDoctor());
	}

	private static boolean isSmall(long patients) {
		return patients >= 1 && patients <= MOST_HIDDEN;
	}

}
