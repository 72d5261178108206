package fr.medecinproche.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a {@link Chart} are drawn: across in hundredths of the width, which
 * is not known, and down in units of the page, so that letters keep their size.
 */
public final class ChartPlot {

	private static final int HEIGHT = 230;

	private static final int TOP = 12;

	private static final int BOTTOM = 200;

	/** What a group of columns takes of its place. */
	private static final double GROUP = 0.72;

	/** Where names stand close, on a computer and on a phone. */
	private static final int MOST_NAMES = 8;

	private static final int MOST_NAMES_ON_A_PHONE = 4;

	/** Beyond that, marks hide the line. */
	private static final int MOST_MARKS = 40;

	private final Chart chart;

	private final ChartScale scale;

	ChartPlot(Chart chart, ChartScale scale) {
		this.chart = chart;
		this.scale = scale;
	}

	/** How high it is, with the names below. */
	public int height() {
		return HEIGHT;
	}

	/**
	 * The lines across.
	 * @return from zero upwards
	 */
	public List<Line> lines() {
		return this.scale.lines().stream().map((value) -> new Line(value, y(value))).toList();
	}

	/**
	 * The names below, some of which are left out where there is no room.
	 * @return from left to right
	 */
	public List<Name> names() {
		int count = this.chart.categories().size();
		int every = Math.ceilDiv(count, MOST_NAMES);
		int everyOnAPhone = every * Math.max(1, Math.ceilDiv(Math.ceilDiv(count, every), MOST_NAMES_ON_A_PHONE));
		return IntStream.range(0, count)
			.filter((n) -> n % every == 0)
			.mapToObj((n) -> new Name(this.chart.categories().get(n), percent(middle(n)), n % everyOnAPhone != 0))
			.toList();
	}

	/**
	 * The columns of one series.
	 * @param series which, from 0
	 * @return those of which something is known
	 */
	public List<Box> columns(int series) {
		int count = this.chart.categories().size();
		double width = GROUP / count / this.chart.series().size();
		var boxes = new ArrayList<Box>();
		for (int n = 0; n < count; n++) {
			var value = value(series, n);
			if (value != null) {
				double x = middle(n) + (series - this.chart.series().size() / 2.0) * width;
				int y = y(value.doubleValue());
				boxes.add(new Box(percent(x), y, percent(width), BOTTOM - y, value, this.chart.categories().get(n)));
			}
		}
		return boxes;
	}

	/**
	 * The strokes of one series, from each value to the next known one beside it.
	 * @param series which, from 0
	 * @return strokes
	 */
	public List<Stroke> strokes(int series) {
		var strokes = new ArrayList<Stroke>();
		for (int n = 1; n < this.chart.categories().size(); n++) {
			var from = value(series, n - 1);
			var to = value(series, n);
			if (from != null && to != null) {
				strokes.add(new Stroke(percent(middle(n - 1)), y(from.doubleValue()), percent(middle(n)),
						y(to.doubleValue())));
			}
		}
		return strokes;
	}

	/**
	 * The marks of one series: each known value, or of very many only those with no known
	 * neighbour and the last.
	 * @param series which, from 0
	 * @return marks
	 */
	public List<Mark> marks(int series) {
		int count = this.chart.categories().size();
		var marks = new ArrayList<Mark>();
		for (int n = 0; n < count; n++) {
			var value = value(series, n);
			boolean alone = (n == 0 || value(series, n - 1) == null)
					&& (n == count - 1 || value(series, n + 1) == null);
			if (value != null && (count <= MOST_MARKS || alone || n == count - 1)) {
				marks.add(new Mark(percent(middle(n)), y(value.doubleValue()), value, this.chart.categories().get(n)));
			}
		}
		return marks;
	}

	/**
	 * How far a value reaches, where things lie.
	 * @param value any value
	 * @return such as "62.5%"
	 */
	public String reach(Number value) {
		return percent(this.scale.share(value.doubleValue()));
	}

	/**
	 * How far it is from one value to another, where things lie.
	 * @param from where it begins
	 * @param to where it ends
	 * @return such as "12.5%"; nothing when it ends before it begins
	 */
	public String span(Number from, Number to) {
		return percent(Math.max(0, this.scale.share(to.doubleValue() - from.doubleValue())));
	}

	/**
	 * A value of a series.
	 * @param series which, from 0
	 * @param category which, from 0
	 * @return the value, or {@code null} where nothing is known
	 */
	public @Nullable Number value(int series, int category) {
		return this.chart.series().get(series).values().get(category);
	}

	private double middle(int category) {
		return (category + 0.5) / this.chart.categories().size();
	}

	private int y(double value) {
		return (int) Math.round(BOTTOM - (BOTTOM - TOP) * this.scale.share(value));
	}

	private static String percent(double share) {
		return String.format(Locale.ROOT, "%.2f%%", 100 * share);
	}

	/**
	 * A line across.
	 *
	 * @param value what it stands for
	 * @param y where it is
	 */
	public record Line(double value, int y) {
	}

	/**
	 * A name below.
	 *
	 * @param text the name
	 * @param x its middle
	 * @param minor whether a phone has no room for it
	 */
	public record Name(String text, String x, boolean minor) {
	}

	/**
	 * A column.
	 *
	 * @param x its left side
	 * @param y its top
	 * @param width how wide it is
	 * @param height how high it is
	 * @param value what it stands for
	 * @param category what it is about
	 */
	public record Box(String x, int y, String width, int height, Number value, String category) {
	}

	/**
	 * A stroke of a line.
	 *
	 * @param x1 where it begins
	 * @param y1 where it begins
	 * @param x2 where it ends
	 * @param y2 where it ends
	 */
	public record Stroke(String x1, int y1, String x2, int y2) {
	}

	/**
	 * A mark on a line.
	 *
	 * @param x its middle
	 * @param y its middle
	 * @param value what it stands for
	 * @param category what it is about
	 */
	public record Mark(String x, int y, Number value, String category) {
	}

}
