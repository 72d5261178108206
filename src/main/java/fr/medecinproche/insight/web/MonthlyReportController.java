package fr.medecinproche.insight.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.insight.Indicator;
import fr.medecinproche.insight.ReportExports;
import fr.medecinproche.insight.ReportPeriod;
import fr.medecinproche.insight.ReportReader;
import fr.medecinproche.insight.ReportScope;
import fr.medecinproche.territory.Departements;
import fr.medecinproche.web.PdfPages;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The report of one month, on paper, for those who do not sign in.
 */
@Controller
class MonthlyReportController {

	/** The months whose course is drawn, the last one being the report's. */
	private static final int MONTHS_DRAWN = 6;

	private static final List<Indicator> KEY_FIGURES = List.of(Indicator.OPENED, Indicator.TAKEN, Indicator.HELD,
			Indicator.FILL, Indicator.OFFERED, Indicator.BOOKED, Indicator.HONOURED, Indicator.NO_SHOW,
			Indicator.WITHOUT_REGULAR_DOCTOR, Indicator.DOCTORS, Indicator.CAME_BACK, Indicator.DELAY,
			Indicator.NO_TIME, Indicator.PER_THOUSAND);

	private static final List<Indicator> ZONE_COLUMNS = List.of(Indicator.OPENED, Indicator.TAKEN, Indicator.HELD,
			Indicator.BOOKED, Indicator.HONOURED, Indicator.DELAY, Indicator.PER_THOUSAND);

	private final ReportReader reader;

	private final ReportWords said;

	private final ReportExports exports;

	private final PdfPages pages;

	private final Departements departements;

	private final Clock clock;

	MonthlyReportController(ReportReader reader, ReportWords said, ReportExports exports, PdfPages pages,
			Departements departements, Clock clock) {
		this.reader = reader;
		this.said = said;
		this.exports = exports;
		this.pages = pages;
		this.departements = departements;
		this.clock = clock;
	}

	@GetMapping("/ars/rapports/rapport.pdf")
	ResponseEntity<byte[]> print(@AuthenticationPrincipal SignedIn agent, @RequestParam @Nullable String mois,
			@RequestParam @Nullable String departement, Locale locale) {
		var present = YearMonth.now(this.clock);
		var month = ReportPeriod.asked(mois, mois, present).to();
		var scope = new ReportScope(agent.perimeter(), departement).seen(this.departements);
		var model = new HashMap<String, Object>();
		model.put("month", month);
		model.put("present", present);
		model.put("today", LocalDate.now(this.clock));
		model.put("territory", this.said.territory(scope));
		model.put("said", this.said);
		model.put("keyFigures", KEY_FIGURES);
		model.put("columns", ZONE_COLUMNS);
		addReports(month, scope, model);
		var file = this.pages.print("pdf/rapport", model, locale);
		this.exports.note("rapport.pdf",
				this.said.say("report.exported", this.said.territory(scope), this.said.period(ReportPeriod.of(month))),
				scope);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rapport-" + month + ".pdf\"")
			.body(file);
	}

	private void addReports(YearMonth month, ReportScope scope, HashMap<String, Object> model) {
		model.put("report", this.reader.read(ReportPeriod.of(month), scope));
		model.put("before", this.reader.read(ReportPeriod.of(month.minusMonths(1)), scope));
		model.put("next", this.reader.read(ReportPeriod.of(month.plusMonths(1)), scope));
		model.put("course", this.reader.read(new ReportPeriod(month.minusMonths(MONTHS_DRAWN - 1), month), scope));
	}

}
