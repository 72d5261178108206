package fr.medecinproche.insight.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.stream.Stream;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.insight.ReportPeriod;
import fr.medecinproche.territory.Departement;
import fr.medecinproche.territory.Departements;
import fr.medecinproche.territory.Intercommunalites;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The half-days a figure of a report is counted from.
 */
@Controller
class ReportRowsController {

	private final ReportRows rows;

	private final ReportWords said;

	private final Departements departements;

	private final Intercommunalites zones;

	private final Clock clock;

	ReportRowsController(ReportRows rows, ReportWords said, Departements departements, Intercommunalites zones,
			Clock clock) {
		this.rows = rows;
		this.said = said;
		this.departements = departements;
		this.zones = zones;
		this.clock = clock;
	}

	@GetMapping("/ars/rapports/demi-journees")
	String show(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("filter") ReportFilter filter,
			@RequestParam(required = false) @Nullable String liste,
			@RequestParam(required = false) @Nullable String zone,
			@RequestParam(required = false) @Nullable String principal, @RequestParam(defaultValue = "0") int page,
			Model model) {
		var scope = filter.scope(agent.perimeter()).seen(this.departements);
		var period = filter.period(YearMonth.now(this.clock));
		var counted = Counted.named(liste).orElse(Counted.OUVERTES);
		var asked = new ReportRows.Asked(counted, period, scope, zone, principal);
		model.addAttribute("place", place(agent, zone, principal, this.said.territory(scope)));
		model.addAttribute("when", this.said.period(period));
		model.addAttribute("counted", counted);
		model.addAttribute("figures", this.rows.total(asked));
		model.addAttribute("rows", this.rows.rows(asked, page));
		model.addAttribute("back", back(period, scope.departement()));
		return "ars/rapports-demi-journees";
	}

	/** The name of where they are; a zone the agent does not see is not found. */
	private String place(SignedIn agent, @Nullable String zone, @Nullable String principal, String everywhere) {
		if (zone != null) {
			return this.zones.known(zone, agent.perimeter())
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
				.getNomArs();
		}
		return Stream.ofNullable(principal)
			.flatMap((code) -> this.departements.findById(code).stream())
			.map(Departement::getNom)
			.findFirst()
			.orElse(everywhere);
	}

	private static String back(ReportPeriod period, @Nullable String departement) {
		var address = "/ars/rapports?du=" + period.from() + "&au=" + period.to();
		return (departement != null) ? address + "&departement=" + departement : address;
	}

}
