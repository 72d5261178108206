package fr.medecinproche.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Figures as a drawing, made on the server and shown by {@code fragments/chart}: no
 * script, the page's own colours in light and dark and on paper, series told apart by
 * pattern, dash and mark as well as by colour, letters of the page's size at any width,
 * and the same figures as a table. All words are in the reader's language.
 *
 * @param kind how it is drawn
 * @param id what the ids of its parts begin with, of its own in the page
 * @param title what is shown
 * @param description what the drawing lets one see, in a sentence, for who cannot see it
 * @param categories what the values are about: places, months
 * @param series the values
 * @param unit what follows each value, such as " %" with its no-break space, or nothing
 * @param decimals how many decimals are said at most
 */
public record Chart(Kind kind, String id, String title, @Nullable String description, List<String> categories,
		List<Series> series, String unit, int decimals) {

	/** As many as patterns and marks are told apart. */
	private static final int MOST_SERIES = 4;

	/**
	 * Takes the figures.
	 * @throws IllegalArgumentException when a series has more or fewer values than there
	 * are categories or a value below zero, when there are no series or more than four,
	 * or for ranges neither two (from, to) nor three (from, middle, to)
	 */
	public Chart {
		categories = List.copyOf(categories);
		series = List.copyOf(series);
		int length = categories.size();
		if (series.isEmpty() || series.size() > MOST_SERIES
				|| series.stream().anyMatch((each) -> each.values().size() != length)) {
			throw new IllegalArgumentException("«" + title + "» cannot be drawn: " + series);
		}
		if (kind == Kind.RANGES && series.size() != 2 && series.size() != 3) {
			throw new IllegalArgumentException("a range goes from one value to another");
		}
		if (series.stream()
			.flatMap((each) -> each.values().stream())
			.anyMatch(
					(value) -> value != null && !(value.doubleValue() >= 0 && Double.isFinite(value.doubleValue())))) {
			throw new IllegalArgumentException("«" + title + "» has a value that is no number or is below zero");
		}
	}

	/**
	 * Bars that lie, one category below the other: for places, whose names are long.
	 * @param id what the ids of its parts begin with
	 * @param title what is shown
	 * @param categories the places
	 * @param series their values
	 * @return the chart
	 */
	public static Chart bars(String id, String title, List<String> categories, Series... series) {
		return new Chart(Kind.BARS, id, title, null, categories, List.of(series), "", 0);
	}

	/**
	 * Bars that stand, from left to right: for what is counted month by month.
	 * @param id what the ids of its parts begin with
	 * @param title what is shown
	 * @param categories the months
	 * @param series their values
	 * @return the chart
	 */
	public static Chart columns(String id, String title, List<String> categories, Series... series) {
		return new Chart(Kind.COLUMNS, id, title, null, categories, List.of(series), "", 0);
	}

	/**
	 * Lines from left to right, broken where nothing is known: for shares and delays over
	 * time.
	 * @param id what the ids of its parts begin with
	 * @param title what is shown
	 * @param categories the days or months
	 * @param series their values
	 * @return the chart
	 */
	public static Chart lines(String id, String title, List<String> categories, Series... series) {
		return new Chart(Kind.LINES, id, title, null, categories, List.of(series), "", 0);
	}

	/**
	 * From one value to another for each category, with one marked in between.
	 * @param id what the ids of its parts begin with
	 * @param title what is shown
	 * @param categories what there is a range for
	 * @param series two (from, to) or three (from, the marked one, to)
	 * @return the chart
	 */
	public static Chart ranges(String id, String title, List<String> categories, Series... series) {
		return new Chart(Kind.RANGES, id, title, null, categories, List.of(series), "", 0);
	}

	/**
	 * The same with a unit.
	 * @param unit what follows each value, with its no-break space
	 * @param decimals how many decimals are said at most
	 * @return a chart
	 */
	public Chart in(String unit, int decimals) {
		return new Chart(this.kind, this.id, this.title, this.description, this.categories, this.series, unit,
				decimals);
	}

	/**
	 * The same with a sentence on what it lets one see.
	 * @param description read aloud with the title
	 * @return a chart
	 */
	public Chart described(String description) {
		return new Chart(this.kind, this.id, this.title, description, this.categories, this.series, this.unit,
				this.decimals);
	}

	/**
	 * Whether nothing at all is known.
	 * @return {@code true} when there is nothing to draw
	 */
	public boolean isEmpty() {
		return values().findAny().isEmpty();
	}

	/**
	 * Whether it lies, a list whose words wrap.
	 * @return {@code false} for what goes from left to right
	 */
	public boolean isLying() {
		return this.kind == Kind.BARS || this.kind == Kind.RANGES;
	}

	/**
	 * Where things are drawn.
	 * @return the geometry of it
	 */
	public ChartPlot plot() {
		return new ChartPlot(this,
				ChartScale.upTo(values().mapToDouble(Number::doubleValue).max().orElse(0), this.decimals));
	}

	private Stream<? extends Number> values() {
		return this.series.stream().flatMap((each) -> each.values().stream()).filter(Objects::nonNull);
	}

	/** How figures are drawn. */
	public enum Kind {

		/** Bars that lie. */
		BARS,

		/** Bars that stand. */
		COLUMNS,

		/** Lines over time. */
		LINES,

		/** From one value to another. */
		RANGES

	}

	/**
	 * Values of one kind.
	 *
	 * @param name what they are, for the legend
	 * @param values one for each category, {@code null} where nothing is known; not below
	 * zero
	 */
	public record Series(String name, List<? extends @Nullable Number> values) {

		/**
		 * Takes values.
		 * @param name what they are
		 * @param values one for each category
		 * @return the series
		 */
		public static Series of(String name, @Nullable Number... values) {
			return new Series(name, Arrays.asList(values));
		}

	}

}
