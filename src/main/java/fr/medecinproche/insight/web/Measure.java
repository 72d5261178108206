package fr.medecinproche.insight.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;

import fr.medecinproche.insight.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What a map of the zones can be coloured by. Four classes, A for the best off and D for
 * the worst.
 */
enum Measure {

	/** Days of a doctor: two half-days are one. */
	JOURS(true, (row, today) -> row.total().taken() / 2.0),
	/** Half-days taken, of a hundred opened. */
	REMPLISSAGE(true, (row, today) -> rate(row.total())),
	/** Weeks or months to come without a doctor. */
	SEMAINES_SANS(false, (row, today) -> (double) row.holes()),
	/** Days until the first free time. */
	DELAI(false, (row, today) -> number(row.zone().delay(today))),
	/** Half-days taken, for a thousand inhabitants. */
	EQUITE(true, (row, today) -> row.total().taken() * 1000.0 / row.zone().population());

	private final boolean moreIsBetter;

	private final BiFunction<CoverageBoard.Row, LocalDate, @Nullable Double> value;

	Measure(boolean moreIsBetter, BiFunction<CoverageBoard.Row, LocalDate, @Nullable Double> value) {
		this.moreIsBetter = moreIsBetter;
		this.value = value;
	}

	/**
	 * Of one zone.
	 * @return null where there is nothing to measure
	 */
	@Nullable Double of(CoverageBoard.Row row, LocalDate today) {
		return this.value.apply(row, today);
	}

	/**
	 * The upper bounds of the first three classes of values, each included; the fourth
	 * has none. Those of days and rates are the same whatever is shown; others are nought
	 * and thirds of what is shown.
	 */
	List<Double> bounds(double highest) {
		return switch (this) {
			case REMPLISSAGE -> List.of(25.0, 50.0, 75.0);
			case DELAI -> List.of(7.0, 14.0, 30.0);
			default -> List.of(0.0, highest / 3, highest * 2 / 3);
		};
	}

	/** The letter of the class of values at a place, counted from the lowest. */
	char letter(int place) {
		return (char) (this.moreIsBetter ? 'D' - place : 'A' + place);
	}

	private static @Nullable Double rate(Tally figures) {
		return (figures.opened() > 0) ? figures.taken() * 100.0 / figures.opened() : null;
	}

	private static @Nullable Double number(@Nullable Integer days) {
		return (days != null) ? days.doubleValue() : null;
	}

}
