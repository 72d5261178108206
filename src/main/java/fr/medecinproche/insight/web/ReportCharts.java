package fr.medecinproche.insight.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import fr.medecinproche.insight.Indicator;
import fr.medecinproche.insight.Report;
import fr.medecinproche.insight.ReportLine;
import fr.medecinproche.insight.Spread;
import fr.medecinproche.web.Chart;
import fr.medecinproche.web.Chart.Series;

import org.springframework.stereotype.Component;

/**
 * Draws what reports tell.
 */
@Component
class ReportCharts {

	/** More bars than one looks at; the table has all zones. */
	private static final int LEAST_SERVED = 10;

	private final ReportWords said;

	ReportCharts(ReportWords said) {
		this.said = said;
	}

	/** Half-days, consultations and rates, month by month. */
	List<Chart> months(Report report) {
		return List.of(columns("half-days", report, Indicator.OPENED, Indicator.TAKEN, Indicator.HELD),
				columns("visits", report, Indicator.OFFERED, Indicator.BOOKED, Indicator.HONOURED),
				Chart
					.lines("rates", this.said.say("report.chart.rates"), names(report),
							series(report, Indicator.FILL, Indicator.BOOKED_TIME, Indicator.NO_SHOW,
									Indicator.WITHOUT_REGULAR_DOCTOR))
					.in(this.said.unit(Indicator.FILL), 1));
	}

	private Chart columns(String id, Report report, Indicator... indicators) {
		var line = report.total();
		var totals = Arrays.stream(indicators).map((each) -> this.said.value(each, line)).toArray();
		return Chart.columns(id, this.said.say("report.chart." + id), names(report), series(report, indicators))
			.described(this.said.say("report.chart." + id + ".description", totals));
	}

	private List<String> names(Report report) {
		return report.months().stream().map((line) -> this.said.brief(YearMonth.parse(line.code()))).toList();
	}

	private Series[] series(Report report, Indicator... indicators) {
		return Arrays.stream(indicators)
			.map((indicator) -> new Series(this.said.name(indicator),
					report.months().stream().map(indicator::of).toList()))
			.toArray(Series[]::new);
	}

	/** How long patients had to wait, week by week. */
	Chart delays(Report report) {
		return Chart
			.lines("delays", this.said.say("report.chart.delays"),
					report.delays().stream().map((each) -> this.said.brief(each.day())).toList(),
					new Series(this.said.name(Indicator.DELAY),
							report.delays().stream().map(Report.Delay::median).toList()))
			.in(this.said.unit(Indicator.DELAY), 1)
			.described(this.said.delays(report));
	}

	/** The zones with the fewest half-days for their inhabitants. */
	Chart leastServed(Report report) {
		var zones = report.zones()
			.stream()
			.filter((zone) -> zone.perThousand() != null)
			.sorted(Comparator.comparing(ReportLine::perThousand))
			.limit(LEAST_SERVED)
			.toList();
		return Chart.bars("least-served", this.said.say("report.chart.leastServed", zones.size()),
				zones.stream().map(ReportLine::nom).toList(), new Series(this.said.name(Indicator.PER_THOUSAND),
						zones.stream().map(ReportLine::perThousand).toList()))
			.in("", 2);
	}

	/** The least, the median and the best served zone of each department. */
	Chart spreads(Report report) {
		var departements = report.departements();
		var spreads = departements.stream().map((each) -> report.spread(each.code()).orElse(null)).toList();
		return Chart
			.ranges("spreads", this.said.say("report.chart.spreads"),
					departements.stream().map(ReportLine::nom).toList(), series("min", spreads, Spread::min),
					series("median", spreads, Spread::median), series("max", spreads, Spread::max))
			.in("", 2);
	}

	private Series series(String key, List<Spread> spreads, Function<Spread, Double> value) {
		return new Series(this.said.say("report.spread." + key),
				spreads.stream().map((spread) -> (spread != null) ? value.apply(spread) : null).toList());
	}

}
