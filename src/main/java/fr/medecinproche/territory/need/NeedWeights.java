package fr.medecinproche.territory.need;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How much each criterion counts. Only their proportions matter; the agency says them in
 * parts of a hundred.
 *
 * @param access of access to general practitioners
 * @param youngDoctors of young doctors
 * @param longIllness of long-term illness
 * @param emergency of the distance to emergency care
 * @param livingStandard of the living standard
 */
public record NeedWeights(int access, int youngDoctors, int longIllness, int emergency, int livingStandard) {

	/** As long as nobody decides otherwise, all count the same. */
	public static final NeedWeights EQUAL = new NeedWeights(20, 20, 20, 20, 20);

	/**
	 * Refuses a weight below zero.
	 */
	public NeedWeights {
		if (access < 0 || youngDoctors < 0 || longIllness < 0 || emergency < 0 || livingStandard < 0) {
			throw new IllegalArgumentException("no weight is negative");
		}
	}

	public int of(Criterion criterion) {
		return switch (criterion) {
			case ACCESS -> this.access;
			case YOUNG_DOCTORS -> this.youngDoctors;
			case LONG_ILLNESS -> this.longIllness;
			case EMERGENCY -> this.emergency;
			case LIVING_STANDARD -> this.livingStandard;
		};
	}

	/** The five, in the order of the criteria: "20/20/20/20/20". */
	@Override
	public String toString() {
		return Arrays.stream(Criterion.values())
			.map((criterion) -> String.valueOf(of(criterion)))
			.collect(Collectors.joining("/"));
	}

	/** What they add up to. */
	public int sum() {
		return Arrays.stream(Criterion.values()).mapToInt(this::of).sum();
	}

}
