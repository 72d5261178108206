package fr.medecinproche.insight.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Locale;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.insight.ReportExports;
import fr.medecinproche.insight.ReportReader;
import fr.medecinproche.territory.Departements;
import fr.medecinproche.web.TableFormat;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The tables of the reports, to take away; the journal remembers who did.
 */
@Controller
class ReportFileController {

	private final ReportReader reader;

	private final ReportTables tables;

	private final ReportWords said;

	private final ReportExports exports;

	private final Departements departements;

	private final Clock clock;

	ReportFileController(ReportReader reader, ReportTables tables, ReportWords said, ReportExports exports,
			Departements departements, Clock clock) {
		this.reader = reader;
		this.tables = tables;
		this.said = said;
		this.exports = exports;
		this.departements = departements;
		this.clock = clock;
	}

	@GetMapping("/ars/rapports/{kind:mois|departements|zones|delais}.{format:csv|xlsx}")
	ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("filter") ReportFilter filter,
			@PathVariable String kind, @PathVariable String format) {
		var scope = filter.scope(agent.perimeter()).seen(this.departements);
		var report = this.reader.read(filter.period(YearMonth.now(this.clock)), scope);
		var table = this.tables.of(ReportTables.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), report);
		var file = TableFormat.of(format).download(table);
		this.exports.note(kind + "." + format,
				this.said.say("report.exported", this.said.territory(scope), this.said.period(report.period())), scope);
		return file;
	}

}
