package fr.medecinproche.insight.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.insight.Indicator;
import fr.medecinproche.insight.Report;
import fr.medecinproche.insight.ReportLine;
import fr.medecinproche.web.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reports for spreadsheets: every figure of every line, percentages from 0 to 100, an
 * empty cell where there is nothing to tell it from.
 */
@Component
class ReportTables {

	private final ReportWords said;

	ReportTables(ReportWords said) {
		this.said = said;
	}

	/** One of the tables. */
	Table of(Kind kind, Report report) {
		return switch (kind) {
			case MOIS -> lines(kind, report, report.months(), "month");
			case DEPARTEMENTS -> lines(kind, report, report.departements(), "code", "departement");
			case ZONES -> lines(kind, report, report.zones(), "siren", "zone", "code");
			case DELAIS -> delays(report);
		};
	}

	private Table lines(Kind kind, Report report, List<ReportLine> lines, String... keys) {
		var columns = new ArrayList<>(Arrays.stream(keys).map((key) -> this.said.say("report.column." + key)).toList());
		columns.add(this.said.say("report.column.population"));
		for (var indicator : Indicator.values()) {
			columns.add(column(indicator));
		}
		if (kind == Kind.ZONES) {
			columns.add(this.said.say("report.column.delayNow"));
		}
		return new Table(name(kind, report), columns, lines.stream().map((line) -> cells(kind, line)).toList());
	}

	private String column(Indicator indicator) {
		var name = this.said.name(indicator);
		return switch (indicator.unit()) {
			case PERCENT -> this.said.say("report.column.percent", name);
			case DAYS -> this.said.say("report.column.days", name);
			case COUNT, RATE -> name;
		};
	}

	private static List<@Nullable Object> cells(Kind kind, ReportLine line) {
		var cells = new ArrayList<@Nullable Object>();
		if (kind == Kind.MOIS) {
			cells.add(YearMonth.parse(line.code()));
		}
		else {
			cells.add(line.code());
			cells.add(line.nom());
		}
		if (kind == Kind.ZONES) {
			cells.add(line.departement());
		}
		cells.add(line.population());
		for (var indicator : Indicator.values()) {
			cells.add(number(indicator.of(line), indicator.unit().decimals()));
		}
		if (kind == Kind.ZONES) {
			cells.add(line.delayNow());
		}
		return cells;
	}

	private Table delays(Report report) {
		var columns = List.of(this.said.say("report.column.day"), this.said.say("report.column.zones"),
				this.said.say("report.column.withTime"), column(Indicator.DELAY));
		return new Table(name(Kind.DELAIS, report), columns,
				report.delays()
					.stream()
					.map((each) -> Arrays.asList(each.day(), each.zones(), each.withTime(),
							number(each.median(), Indicator.DELAY.unit().decimals())))
					.toList());
	}

	private String name(Kind kind, Report report) {
		var period = report.period();
		return this.said.say("report.table." + kind, period.from().toString(), period.to().toString());
	}

	private static @Nullable Number number(@Nullable Number value, int decimals) {
		return (value == null || decimals == 0) ? value
				: BigDecimal.valueOf(value.doubleValue()).setScale(decimals, RoundingMode.HALF_UP);
	}

	/** The tables one may take away, by their names in addresses. */
	enum Kind {

		MOIS, DEPARTEMENTS, ZONES, DELAIS;

		String address() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
