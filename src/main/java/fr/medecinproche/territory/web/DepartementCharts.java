package fr.medecinproche.territory.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import fr.medecinproche.territory.Departement;
import fr.medecinproche.web.Chart;
import fr.medecinproche.web.Chart.Series;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A department beside the others of its region, and the region, in charts. The agency
 * printed figures of departments only: those of the region are means of them, weighted by
 * what they are shares of.
 */
@Component
class DepartementCharts {

	private static final String PER_CENT = "\u00a0%";

	private final JdbcClient jdbc;

	private final MessageSource messages;

	DepartementCharts(JdbcClient jdbc, MessageSource messages) {
		this.jdbc = jdbc;
		this.messages = messages;
	}

	/**
	 * The charts of a department.
	 * @param departement any department
	 * @return none where nothing was printed of it
	 */
	List<Chart> of(Departement departement) {
		var printed = printed(departement.getRegion());
		if (!printed.containsKey(departement.getNom())) {
			return List.of();
		}
		var figures = new Figures(printed, departement.getNom());
		return List.of(chart("densite", figures, Weight.POPULATION, Indicator.MG_POUR_100000).in("", 0),
				chart("ages", figures, Weight.MG_NOMBRE, Indicator.MG_60_ANS_ET_PLUS_PCT).in(PER_CENT, 0),
				chart("departs", figures, Weight.MG_NOMBRE, Indicator.MG_RETRAITE_AVANT_2035_PCT).in(PER_CENT, 0),
				chart("anciens", figures, Weight.POPULATION, Indicator.PLUS_65_ANS_PCT, Indicator.PLUS_65_ANS_2050_PCT)
					.in(PER_CENT, 0),
				chart("sans-medecin", figures, Weight.POPULATION, Indicator.SANS_MEDECIN_TRAITANT_PCT).in(PER_CENT, 0),
				chart("pauvrete", figures, Weight.POPULATION, Indicator.TAUX_PAUVRETE_PCT).in(PER_CENT, 0));
	}

	/** What was printed of the departments of a region, by name and column. */
	private Map<String, Map<String, BigDecimal>> printed(String region) {
		var printed = new HashMap<String, Map<String, BigDecimal>>();
		this.jdbc.sql("""
				select d.nom, i.name, i.value from departement_indicator i join departement d on d.code = i.departement
				join region_departement r on r.departement = d.code
				where r.region = ? and i.value ~ '^[0-9]+([.][0-9]+)?$'""").param(region).query((row) -> {
			printed.computeIfAbsent(row.getString("nom"), (nom) -> new HashMap<>())
				.put(row.getString("name"), row.getBigDecimal("value"));
		});
		return printed;
	}

	private Chart chart(String id, Figures figures, Weight weight, Indicator... indicators) {
		var names = figures.inOrder(indicators[0]);
		var categories = new ArrayList<String>();
		categories.add(say("territory.portrait.region"));
		names.forEach((nom) -> categories.add(nom.equals(figures.here) ? say("territory.portrait.here", nom) : nom));
		var series = new ArrayList<Series>();
		for (var indicator : indicators) {
			var values = new ArrayList<@Nullable Number>();
			values.add(figures.mean(indicator, weight));
			names.forEach((nom) -> values.add(figures.of(nom, indicator)));
			series.add(new Series(say("territory.Indicator." + indicator), values));
		}
		return Chart.bars(id, say("territory.portrait." + indicators[0]), categories, series.toArray(Series[]::new))
			.described(figures.words(indicators[0], (key, arguments) -> say(key, arguments)));
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	/** What a share is a share of. */
	private enum Weight {

		POPULATION, MG_NOMBRE

	}

	/**
	 * What was printed of the departments of a region.
	 *
	 * @param printed by name and column
	 * @param here the department shown
	 */
	private record Figures(Map<String, Map<String, BigDecimal>> printed, String here) {

		@Nullable BigDecimal of(String nom, Indicator indicator) {
			return this.printed.getOrDefault(nom, Map.of()).get(indicator.column());
		}

		/** The greatest first, those without a figure last. */
		List<String> inOrder(Indicator indicator) {
			var greatestFirst = Comparator.comparing((String nom) -> of(nom, indicator),
					Comparator.nullsLast(Comparator.reverseOrder()));
			return this.printed.keySet()
				.stream()
				.sorted(greatestFirst.thenComparing(Comparator.naturalOrder()))
				.toList();
		}

		/** The mean over the departments of which both are known. */
		@Nullable Double mean(Indicator indicator, Weight weight) {
			double sum = 0;
			double whole = 0;
			for (var nom : this.printed.keySet()) {
				var value = of(nom, indicator);
				var weighs = this.printed.get(nom).get(weight.name().toLowerCase(Locale.ROOT));
				if (value != null && weighs != null) {
					sum += value.doubleValue() * weighs.doubleValue();
					whole += weighs.doubleValue();
				}
			}
			return (whole > 0) ? sum / whole : null;
		}

		/** Where the department stands among the others. */
		String words(Indicator indicator, Saying saying) {
			if (of(this.here, indicator) == null) {
				return saying.say("territory.portrait.unknown", this.here);
			}
			var known = inOrder(indicator).stream().filter((nom) -> of(nom, indicator) != null).toList();
			long before = known.stream()
				.filter((nom) -> Objects.requireNonNull(of(nom, indicator))
					.compareTo(Objects.requireNonNull(of(this.here, indicator))) > 0)
				.count();
			return saying.say("territory.portrait.rank", this.here, before + 1, known.size());
		}

	}

	@FunctionalInterface
	private interface Saying {

		String say(String key, Object... arguments);

	}

}
