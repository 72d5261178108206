package fr.medecinproche.insight.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import fr.medecinproche.insight.Span;
import fr.medecinproche.territory.Departement;
import org.jspecify.annotations.Nullable;

/**
 * What an agent asks of the board and of the map; what makes no sense asks nothing.
 *
 * @param departement the code of a department
 * @param pas the length of a column: {@code semaine} or {@code mois}
 * @param du a day of the first column
 * @param duree how many months the columns reach: one of {@link #LENGTHS}
 * @param tri the order of the zones, one of {@link Order} in small letters
 * @param mesure what the map is coloured by, one of {@link Measure} in small letters
 */
record CoverageFilter(@Nullable String departement, @Nullable String pas, @Nullable String du, @Nullable String duree,
		@Nullable String tri, @Nullable String mesure) {

	/** The lengths one may ask for in months, with the weeks they are taken for. */
	private static final Map<Integer, Integer> LENGTHS = new TreeMap<>(Map.of(1, 4, 3, 13, 6, 26, 12, 52));

	private static final int USUAL_LENGTH = 3;

	/** What is over is shown too: whether it was held, and who came. */
	private static final Map<Span.Unit, Integer> SHOWN_BEFORE = Map.of(Span.Unit.WEEK, 2, Span.Unit.MONTH, 1);

	private static final int YEARS = 5;

	/** The department asked for, if it is one. */
	public @Nullable String departementCode() {
		return Departement.isCode(this.departement) ? this.departement : null;
	}

	public Span.Unit unit() {
		return "mois".equals(this.pas) ? Span.Unit.MONTH : Span.Unit.WEEK;
	}

	public boolean isByWeek() {
		return unit() == Span.Unit.WEEK;
	}

	/** How many months are shown. */
	public int months() {
		return LENGTHS.keySet()
			.stream()
			.filter((length) -> length.toString().equals(this.duree))
			.findFirst()
			.orElse(USUAL_LENGTH);
	}

	/** The weeks or months of the board, the first one first. */
	List<Span> spans(LocalDate today) {
		var first = Span.of(unit(), first(today));
		int number = (unit() == Span.Unit.WEEK) ? LENGTHS.get(months()) : months();
		return IntStream.range(0, number).mapToObj(first::plus).toList();
	}

	private LocalDate first(LocalDate today) {
		try {
			var typed = (this.du != null && !this.du.isBlank()) ? LocalDate.parse(this.du) : null;
			if (typed != null && Math.abs(typed.getYear() - today.getYear()) <= YEARS) {
				return typed;
			}
		}
		catch (DateTimeException ex) {
			// a day that is none: as if none had been typed
		}
		return Span.of(unit(), today).plus(-SHOWN_BEFORE.get(unit())).from();
	}

	public Order order() {
		return named(Order.values(), this.tri, Order.PIRE);
	}

	public Measure measure() {
		return named(Measure.values(), this.mesure, Measure.SEMAINES_SANS);
	}

	private static <E extends Enum<E>> E named(E[] values, @Nullable String name, E usual) {
		return Arrays.stream(values)
			.filter((value) -> value.name().toLowerCase(Locale.ROOT).equals(name))
			.findFirst()
			.orElse(usual);
	}

	/** The lengths one may ask for, in months. */
	public List<Integer> lengths() {
		return List.copyOf(LENGTHS.keySet());
	}

	/**
	 * In which order zones are shown.
	 */
	enum Order {

		PIRE, DEPARTEMENT, NOM, POPULATION, DELAI

	}

}
