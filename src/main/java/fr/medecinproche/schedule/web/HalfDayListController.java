package fr.medecinproche.schedule.web;

import java.time.Clock;
import java.time.YearMonth;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.HalfDayExports;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.territory.Departements;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.web.TableFormat;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The half-days of a month, as the agency sees them: narrowed, chosen to be closed, or
 * taken away as a table.
 */
@Controller
class HalfDayListController {

	private final HalfDayDirectory halfDays;

	private final HalfDayTable table;

	private final Intercommunalites zones;

	private final Departements departements;

	private final ConsultationSites sites;

	private final HalfDayExports exports;

	private final Clock clock;

	HalfDayListController(HalfDayDirectory halfDays, HalfDayTable table, Intercommunalites zones,
			Departements departements, ConsultationSites sites, HalfDayExports exports, Clock clock) {
		this.halfDays = halfDays;
		this.table = table;
		this.zones = zones;
		this.departements = departements;
		this.sites = sites;
		this.exports = exports;
		this.clock = clock;
	}

	@GetMapping("/ars/demi-journees")
	String list(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("filter") HalfDayListForm filter,
			@RequestParam(defaultValue = "0") int page, Model model) {
		var month = filter.month(nextMonth());
		model.addAttribute("month", month);
		model.addAttribute("previous", month.minusMonths(1));
		model.addAttribute("next", month.plusMonths(1));
		model.addAttribute("status", filter.status());
		model.addAttribute("zones", this.zones.seenFrom(agent.perimeter()));
		model.addAttribute("departements", this.departements.within(agent.perimeter()));
		if (filter.site() != null) {
			this.sites.findById(filter.site(), agent.perimeter()).ifPresent((site) -> model.addAttribute("site", site));
		}
		if (filter.doctor() != null) {
			this.halfDays.doctor(filter.doctor(), agent.perimeter())
				.ifPresent((doctor) -> model.addAttribute("doctor", doctor));
		}
		model.addAttribute("rows", this.halfDays.page(filter.within(agent.perimeter(), month), page));
		return "ars/demi-journees";
	}

	@GetMapping("/ars/demi-journees.{format}")
	ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn agent,
			@ModelAttribute("filter") HalfDayListForm filter, @PathVariable String format) {
		var month = filter.month(nextMonth());
		var wanted = TableFormat.of(format);
		this.exports.note(month, agent);
		return wanted.download(this.table.of(month, this.halfDays.all(filter.within(agent.perimeter(), month))));
	}

	private YearMonth nextMonth() {
		return YearMonth.now(this.clock).plusMonths(1);
	}

}
