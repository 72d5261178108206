package fr.medecinproche.schedule.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.Perimeters;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The agency's morning page, and the zones without a doctor.
 */
@Controller
class AgencyHomeController {

	private static final int YEARS_SHOWN = 5;

	private final AgencyBoard board;

	private final Perimeters perimeters;

	private final Clock clock;

	AgencyHomeController(AgencyBoard board, Perimeters perimeters, Clock clock) {
		this.board = board;
		this.perimeters = perimeters;
		this.clock = clock;
	}

	@GetMapping("/ars")
	String home(@AuthenticationPrincipal SignedIn agent, Model model) {
		var month = nextMonth();
		model.addAttribute("month", month);
		model.addAttribute("figures", this.board.figures(month, agent.perimeter()));
		model.addAttribute("files", this.board.waitingFiles(agent.perimeter()));
		model.addAttribute("perimeter",
				Optional.ofNullable(agent.perimeter()).flatMap(this.perimeters::find).orElse(null));
		return "ars/accueil";
	}

	@GetMapping("/ars/zones-sans-medecin")
	String zones(@AuthenticationPrincipal SignedIn agent, @RequestParam(required = false) @Nullable String mois,
			@RequestParam(defaultValue = "0") int page, Model model) {
		var month = month(mois);
		showMonth(month, model);
		model.addAttribute("rows", this.board.zonesWithoutDoctor(month, agent.perimeter(), page));
		return "ars/zones-sans-medecin";
	}

	private static void showMonth(YearMonth month, Model model) {
		model.addAttribute("month", month);
		model.addAttribute("previous", month.minusMonths(1));
		model.addAttribute("next", month.plusMonths(1));
	}

	private YearMonth nextMonth() {
		return YearMonth.now(this.clock).plusMonths(1);
	}

	/** The month of the address, the next one when it makes no sense. */
	private YearMonth month(@Nullable String typed) {
		try {
			var month = (typed != null) ? YearMonth.parse(typed) : nextMonth();
			return (Math.abs(month.getYear() - nextMonth().getYear()) <= YEARS_SHOWN) ? month : nextMonth();
		}
		catch (DateTimeException ex) {
			return nextMonth();
		}
	}

}
