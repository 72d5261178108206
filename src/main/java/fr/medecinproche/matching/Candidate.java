package fr.medecinproche.matching;

import java.util.Comparator;

/**
 * A doctor who may take a half-day.
 *
 * @param volunteerId the doctor
 * @param km from the commune where the doctor practises to the site
 * @param knowsSite whether the doctor has consulted there before
 * @param day whether the doctor comes on such a half of such a weekday
 * @param road whether the doctor goes that far
 */
record Candidate(long volunteerId, double km, boolean knowsSite, Wish day, Wish road) {

	/**
	 * Who is invited first: who knows the place, then who is free that day, then who
	 * accepts the road, then who practises nearest.
	 */
	static final Comparator<Candidate> ORDER = Comparator.comparing((Candidate candidate) -> !candidate.knowsSite())
		.thenComparing(Candidate::day)
		.thenComparing(Candidate::road)
		.thenComparingDouble(Candidate::km)
		.thenComparingLong(Candidate::volunteerId);

	/** The strongest reason for the place in the order. */
	StandInReason reason() {
		if (this.knowsSite) {
			return StandInReason.KNOWS_SITE;
		}
		if (this.day == Wish.MET) {
			return StandInReason.FREE_THAT_DAY;
		}
		return (this.road == Wish.MET) ? StandInReason.WITHIN_REACH : StandInReason.NEAREST;
	}

	/**
	 * What a doctor said beforehand, the best first. It orders and forbids nothing.
	 */
	enum Wish {

		/** It is what they asked for. */
		MET,
		/** They asked for nothing. */
		NONE,
		/** They asked for something else. */
		NOT_MET

	}

}
