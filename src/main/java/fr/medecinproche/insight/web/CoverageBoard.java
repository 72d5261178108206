package fr.medecinproche.insight.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import fr.medecinproche.insight.Span;
import fr.medecinproche.insight.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Zones by weeks or months.
 *
 * @param spans the columns
 * @param rows the zones, in the order asked for
 * @param today the present
 */
record CoverageBoard(List<Span> spans, List<Row> rows, LocalDate today) {

	static CoverageBoard of(List<CoverageZone> zones, Map<String, Map<LocalDate, Tally>> sums, DaysOff daysOff,
			List<Span> spans, CoverageFilter.Order order, LocalDate today) {
		var rows = zones.stream()
			.map((zone) -> Row.of(zone, sums.getOrDefault(zone.siren(), Map.of()), daysOff, spans, today))
			.sorted(comparator(order, today))
			.toList();
		return new CoverageBoard(spans, rows, today);
	}

	/**
	 * The worst first: most holes, then longest without a doctor (for ever, when none
	 * ever came), then most inhabitants.
	 */
	private static Comparator<Row> comparator(CoverageFilter.Order order, LocalDate today) {
		var byName = Comparator.comparing((Row row) -> row.zone().nom()).thenComparing((row) -> row.zone().siren());
		var crowded = Comparator.comparing((Row row) -> row.zone().population()).reversed().thenComparing(byName);
		return switch (order) {
			case PIRE -> Comparator.comparing(Row::holes)
				.thenComparing((row) -> known(row.zone().since(today)))
				.reversed()
				.thenComparing(crowded);
			case DEPARTEMENT -> Comparator.comparing((Row row) -> row.zone().departement()).thenComparing(byName);
			case NOM -> byName;
			case POPULATION -> crowded;
			case DELAI ->
				Comparator.comparing((Row row) -> known(row.zone().delay(today))).reversed().thenComparing(crowded);
		};
	}

	private static int known(@Nullable Integer days) {
		return (days != null) ? days : Integer.MAX_VALUE;
	}

	/** What all the zones add up to, column by column. */
	public List<Tally> totals() {
		return IntStream.range(0, this.spans.size())
			.mapToObj((column) -> this.rows.stream()
				.map((row) -> row.cells().get(column).figures())
				.reduce(Tally.NONE, Tally::plus))
			.toList();
	}

	/** The zones that have at least one hole. */
	public long zonesWithHoles() {
		return this.rows.stream().filter((row) -> row.holes() > 0).count();
	}

	/** All the holes. */
	public int holes() {
		return this.rows.stream().mapToInt(Row::holes).sum();
	}

	/**
	 * A zone with its weeks or months.
	 *
	 * @param zone the zone
	 * @param cells one for each column
	 */
	record Row(CoverageZone zone, List<CoverageCell> cells) {

		static Row of(CoverageZone zone, Map<LocalDate, Tally> sums, DaysOff daysOff, List<Span> spans,
				LocalDate today) {
			return new Row(zone, spans.stream()
				.map((span) -> CoverageCell.of(zone, span, sums.getOrDefault(span.from(), Tally.NONE), daysOff, today))
				.toList());
		}

		/** The weeks or months to come without a doctor. */
		public int holes() {
			return (int) this.cells.stream().filter(CoverageCell::isHole).count();
		}

		/** What its cells add up to. */
		public Tally total() {
			return this.cells.stream().map(CoverageCell::figures).reduce(Tally.NONE, Tally::plus);
		}

	}

}
