package fr.medecinproche.insight.web;

import fr.medecinproche.insight.Indicator;
import fr.medecinproche.insight.ReportLine;
import fr.medecinproche.insight.ReportPeriod;
import fr.medecinproche.insight.ReportScope;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows below the figures of a report are listed.
 *
 * @param period the months of the report
 * @param scope its zones
 */
record ReportLinks(ReportPeriod period, ReportScope scope) {

	/**
	 * What follows the address of the list.
	 * @param indicator which figure
	 * @param line what it is about
	 * @param kind what that is: {@code mois}, {@code departements} or {@code zones}; any
	 * other for everything
	 * @return {@code null} where there is nothing to list
	 */
	public @Nullable String to(Indicator indicator, ReportLine line, String kind) {
		var counted = Counted.of(indicator);
		if (counted == null || isNothing(indicator, line)) {
			return null;
		}
		boolean month = kind.equals("mois");
		var query = new StringBuilder("?liste=").append(counted.address())
			.append("&du=")
			.append(month ? line.code() : this.period.from())
			.append("&au=")
			.append(month ? line.code() : this.period.to());
		if (this.scope.departement() != null) {
			query.append("&departement=").append(this.scope.departement());
		}
		return switch (kind) {
			case "zones" -> query.append("&zone=").append(line.code()).toString();
			case "departements" -> query.append("&principal=").append(line.code()).toString();
			default -> query.toString();
		};
	}

	private static boolean isNothing(Indicator indicator, ReportLine line) {
		var share = indicator.share(line);
		var value = indicator.of(line);
		return (share != null) ? share.whole() == 0 : value == null || value.doubleValue() == 0;
	}

}
