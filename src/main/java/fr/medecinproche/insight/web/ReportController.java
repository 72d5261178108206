package fr.medecinproche.insight.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.insight.Indicator;
import fr.medecinproche.insight.Report;
import fr.medecinproche.insight.ReportLine;
import fr.medecinproche.insight.ReportPeriod;
import fr.medecinproche.insight.ReportReader;
import fr.medecinproche.territory.Departements;

import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Indicators of the agency, month by month, by department and by zone.
 */
@Controller
class ReportController {

	private static final int PAGE_SIZE = 40;

	/** What tables show; the files have everything. */
	private static final List<Indicator> COLUMNS = List.of(Indicator.OPENED, Indicator.TAKEN, Indicator.HELD,
			Indicator.FILL, Indicator.OFFERED, Indicator.BOOKED, Indicator.HONOURED, Indicator.NO_SHOW,
			Indicator.WITHOUT_REGULAR_DOCTOR, Indicator.DELAY, Indicator.DOCTORS, Indicator.PER_THOUSAND);

	private final ReportReader reader;

	private final ReportCharts charts;

	private final ReportWords said;

	private final Departements departements;

	private final Clock clock;

	ReportController(ReportReader reader, ReportCharts charts, ReportWords said, Departements departements,
			Clock clock) {
		this.reader = reader;
		this.charts = charts;
		this.said = said;
		this.departements = departements;
		this.clock = clock;
	}

	@GetMapping("/ars/rapports")
	String show(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("filter") ReportFilter filter,
			@RequestParam(defaultValue = "0") int page, Model model) {
		var scope = filter.scope(agent.perimeter()).seen(this.departements);
		var present = YearMonth.now(this.clock);
		var report = this.reader.read(filter.period(present), scope);
		model.addAttribute("report", report);
		model.addAttribute("said", this.said);
		model.addAttribute("scope", scope);
		model.addAttribute("links", new ReportLinks(report.period(), scope));
		model.addAttribute("indicators", Indicator.values());
		model.addAttribute("columns", COLUMNS);
		model.addAttribute("zones", page(report.zones(), page));
		model.addAttribute("spread", report.spread().orElse(null));
		addCharts(report, model);
		addChoices(agent, report.period(), present, model);
		return "ars/rapports";
	}

	private void addCharts(Report report, Model model) {
		model.addAttribute("monthCharts", this.charts.months(report));
		model.addAttribute("delayChart", this.charts.delays(report));
		model.addAttribute("leastServed", this.charts.leastServed(report));
		if (report.departements().size() > 1) {
			model.addAttribute("spreads", this.charts.spreads(report));
		}
	}

	private static PageImpl<ReportLine> page(List<ReportLine> lines, int page) {
		var asked = PageRequest.of(Math.clamp(page, 0, Math.max(0, lines.size() - 1) / PAGE_SIZE), PAGE_SIZE);
		return new PageImpl<>(lines.stream().skip(asked.getOffset()).limit(PAGE_SIZE).toList(), asked, lines.size());
	}

	private void addChoices(SignedIn agent, ReportPeriod period, YearMonth present, Model model) {
		model.addAttribute("period", period);
		model.addAttribute("present", present);
		model.addAttribute("departements", this.departements.within(agent.perimeter()));
		model.addAttribute("choices",
				IntStream.range(0, ReportPeriod.MOST_MONTHS).mapToObj(present::minusMonths).toList());
	}

}
