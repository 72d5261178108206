package fr.medecinproche.territory.need;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An indicative score of need made of the five national criteria, from 0 to 100, where
 * 100 is the worst. The official list of zones is decided after concertation, by a
 * formula nobody has published: this is the tool's own score, not the official one, and
 * decides nothing.
 * <p>
 * For each criterion, the zones compared are laid out between the best value and the
 * worst, 0 and 100. The score is the mean of the five, weighted. A criterion without a
 * value, or that does not tell the zones apart, does not count, and the others share its
 * weight.
 */
public final class NeedIndex {

	private static final double WORST = 100;

	private final Map<String, Map<Criterion, BigDecimal>> zones;

	private final NeedWeights weights;

	private final Map<Criterion, Range> ranges = new EnumMap<>(Criterion.class);

	/**
	 * Compares zones.
	 * @param zones the values of each zone compared; a criterion without a value is left
	 * out
	 * @param weights how much each criterion counts
	 */
	public NeedIndex(Map<String, Map<Criterion, BigDecimal>> zones, NeedWeights weights) {
		this.zones = zones;
		this.weights = weights;
		for (var criterion : Criterion.values()) {
			var values = zones.values().stream().map((each) -> each.get(criterion)).filter(Objects::nonNull).toList();
			if (!values.isEmpty()) {
				this.ranges.put(criterion,
						new Range(values.stream().min(BigDecimal::compareTo).orElseThrow().doubleValue(),
								values.stream().max(BigDecimal::compareTo).orElseThrow().doubleValue()));
			}
		}
	}

	/**
	 * The score of a zone.
	 * @param siren any zone
	 * @return its score with its parts; no score where nothing counts
	 */
	public Score of(String siren) {
		var values = this.zones.getOrDefault(siren, Map.of());
		int counted = Arrays.stream(Criterion.values())
			.filter((criterion) -> position(criterion, values) != null)
			.mapToInt(this.weights::of)
			.sum();
		var parts = Arrays.stream(Criterion.values()).map((criterion) -> part(criterion, values, counted)).toList();
		return new Score((counted > 0) ? parts.stream().mapToDouble(Part::points).sum() : null, parts);
	}

	/** The scores of all zones that have one, by zone. */
	public Map<String, Double> scores() {
		var scores = new LinkedHashMap<String, Double>();
		this.zones.keySet().forEach((siren) -> {
			var score = of(siren).value();
			if (score != null) {
				scores.put(siren, score);
			}
		});
		return scores;
	}

	private Part part(Criterion criterion, Map<Criterion, BigDecimal> values, int counted) {
		var value = values.get(criterion);
		var position = position(criterion, values);
		if (position == null) {
			return new Part(criterion, value, (value == null) ? Standing.MISSING : Standing.ALIKE, null, 0);
		}
		double share = (counted > 0) ? WORST * this.weights.of(criterion) / counted : 0;
		return new Part(criterion, value, Standing.COUNTED, position, share);
	}

	/** Between 0 for the best value and 100 for the worst; null when it tells nothing. */
	private @Nullable Double position(Criterion criterion, Map<Criterion, BigDecimal> values) {
		var value = values.get(criterion);
		var range = this.ranges.get(criterion);
		if (value == null || range == null || range.least == range.most) {
			return null;
		}
		double above = (value.doubleValue() - range.least) / (range.most - range.least);
		return WORST * (criterion.isLowWorse() ? 1 - above : above);
	}

	private record Range(double least, double most) {
	}

	/**
	 * The score of a zone.
	 *
	 * @param value from 0 to 100, the worst; null where nothing counts
	 * @param parts one for each criterion
	 */
	public record Score(@Nullable Double value, List<Part> parts) {

		/** Whether some criterion has no value. */
		public boolean isPartial() {
			return this.parts.stream().anyMatch((part) -> part.standing() == Standing.MISSING);
		}

	}

	/**
	 * What a criterion adds to the score.
	 *
	 * @param criterion which
	 * @param value what is known, null when nothing is
	 * @param standing whether it counts
	 * @param position between 0 for the best zone and 100 for the worst; null when it
	 * does not count
	 * @param share its weight in per cent, once those that do not count are left out
	 */
	public record Part(Criterion criterion, @Nullable BigDecimal value, Standing standing, @Nullable Double position,
			double share) {

		/** What it adds to the score. */
		public double points() {
			return (this.position != null) ? this.position * this.share / WORST : 0;
		}

	}

	/**
	 * Whether a criterion counts for a zone.
	 */
	public enum Standing {

		COUNTED,
		/** Nobody has said its value. */
		MISSING,
		/** Every zone compared has the same value. */
		ALIKE

	}

}
