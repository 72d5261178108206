package fr.medecinproche.insight.web;

import java.time.Clock;
import java.time.LocalDate;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.insight.Span;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * One cell of the board: its rows, why no doctor comes, and what can be done about it.
 */
@Controller
class CellController {

	private final CoverageReader reader;

	private final CellReader rows;

	private final Clock clock;

	CellController(CoverageReader reader, CellReader rows, Clock clock) {
		this.reader = reader;
		this.rows = rows;
		this.clock = clock;
	}

	@GetMapping("/ars/couverture/{siren}/{code}")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable String siren, @PathVariable String code,
			@RequestParam(defaultValue = "0") int page, Model model) {
		var today = LocalDate.now(this.clock);
		var span = Span.parse(code).orElseThrow(CellController::notFound);
		var row = this.reader.cell(siren, span, agent.perimeter()).orElseThrow(CellController::notFound);
		model.addAttribute("zone", row.zone());
		model.addAttribute("span", span);
		model.addAttribute("cell", row.cells().getFirst());
		model.addAttribute("today", today);
		// what is to come of it: nobody opens half-days in the past, nor calls doctors
		// for it
		model.addAttribute("from", span.from().isBefore(today) ? today : span.from());
		model.addAttribute("sites", this.rows.sites(siren, span));
		model.addAttribute("rows", this.rows.halfDays(siren, span, page));
		return "ars/couverture-cellule";
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
