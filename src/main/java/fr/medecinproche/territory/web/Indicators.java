package fr.medecinproche.territory.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what the agency printed of a department.
 */
@Component
class Indicators {

	private final JdbcClient jdbc;

	Indicators(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Portrait of(String departement) {
		var values = new HashMap<String, String>();
		this.jdbc.sql("select name, value from departement_indicator where departement = ?")
			.param(departement)
			.query((row) -> {
				values.put(row.getString("name"), row.getString("value"));
			});
		return new Portrait(lines(values), values.get("population_source"), values.get("remarque"));
	}

	private static List<Line> lines(Map<String, String> values) {
		return Arrays.stream(Indicator.values()).map((indicator) -> {
			var value = values.get(indicator.column());
			return new Line(indicator, (value != null) ? new BigDecimal(value) : null);
		}).toList();
	}

	/**
	 * The printed portrait of a department.
	 *
	 * @param lines every indicator, with no value where none was printed
	 * @param vintage the census behind the population
	 * @param remark what is odd in the printed figures
	 */
	record Portrait(List<Line> lines, @Nullable String vintage, @Nullable String remark) {
	}

	/**
	 * One figure of the portrait.
	 *
	 * @param indicator what it says
	 * @param value the printed value, or {@code null} where none was printed
	 */
	record Line(Indicator indicator, @Nullable BigDecimal value) {

		/**
		 * The value with its thousands apart, and with the decimals that were printed.
		 */
		public @Nullable String text(Locale locale) {
			return (this.value != null) ? NumberFormat.getNumberInstance(locale).format(this.value) : null;
		}

	}

}
