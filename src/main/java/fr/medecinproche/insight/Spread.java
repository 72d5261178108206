package fr.medecinproche.insight;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How evenly something is shared between zones.
 *
 * @param zones how many there are
 * @param min the least that one has
 * @param median as many zones have more as have less
 * @param max the most that one has
 * @param gini 0 when all have as much, near 1 when one has everything; {@code null} when
 * there is nothing to share
 */
public record Spread(int zones, double min, double median, double max, @Nullable Double gini) {

	/**
	 * The spread of some values.
	 * @param values one for each zone, none below zero
	 * @return their spread; empty without values
	 */
	public static Optional<Spread> of(List<Double> values) {
		var sorted = values.stream().sorted().toList();
		if (sorted.isEmpty()) {
			return Optional.empty();
		}
		int last = sorted.size() - 1;
		double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
		return Optional.of(new Spread(sorted.size(), sorted.getFirst(), median, sorted.getLast(), gini(sorted)));
	}

	/** Half the mean difference between two zones, as a part of the mean. */
	private static @Nullable Double gini(List<Double> sorted) {
		double total = sorted.stream().mapToDouble(Double::doubleValue).sum();
		if (total == 0) {
			return null;
		}
		int count = sorted.size();
		double weighed = 0;
		for (int n = 0; n < count; n++) {
			weighed += (2.0 * (n + 1) - count - 1) * sorted.get(n);
		}
		return weighed / (count * total);
	}

	/**
	 * How many times more the best served zone has than the least served one.
	 * @return {@code null} when that has nothing
	 */
	public @Nullable Double ratio() {
		return (this.min > 0) ? this.max / this.min : null;
	}

}
