package fr.medecinproche.web;

import java.util.List;
import java.util.stream.LongStream;

/**
 * From zero to a round number, in round steps.
 *
 * @param step from one line to the next
 * @param steps how many there are
 */
record ChartScale(double step, int steps) {

	private static final List<Double> ROUND = List.of(1.0, 2.0, 2.5, 5.0, 10.0);

	private static final int MOST_STEPS = 5;

	/** Half a patient is nobody: the steps have no more decimals than the values. */
	static ChartScale upTo(double highest, int decimals) {
		if (highest <= 0) {
			return new ChartScale(1, 1);
		}
		double unit = Math.pow(10, -decimals);
		double power = Math.pow(10, Math.floor(Math.log10(highest / MOST_STEPS)));
		double step = ROUND.stream()
			.mapToDouble((round) -> round * power)
			.filter((each) -> each * MOST_STEPS >= highest * (1 - 1e-9))
			.filter((each) -> Math.abs(each / unit - Math.rint(each / unit)) < 1e-9)
			.findFirst()
			.orElse(unit);
		return new ChartScale(step, Math.max(1, (int) Math.ceil(highest / step - 1e-9)));
	}

	double end() {
		return this.step * this.steps;
	}

	double share(double value) {
		return value / end();
	}

	List<Double> lines() {
		return LongStream.rangeClosed(0, this.steps).mapToObj((n) -> n * this.step).toList();
	}

}
