package fr.medecinproche.schedule.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.SlotStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The agency's morning page, and the lists behind its figures.
 */
@Controller
class AgencyHomeController {

	private static final int YEARS_SHOWN = 5;

	private final AgencyBoard board;

	private final HalfDayDirectory halfDays;

	private final Clock clock;

	AgencyHomeController(AgencyBoard board, HalfDayDirectory halfDays, Clock clock) {
		this.board = board;
		this.halfDays = halfDays;
		this.clock = clock;
	}

	@GetMapping("/ars")
	String home(@AuthenticationPrincipal SignedIn agent, Model model) {
		var month = nextMonth();
		model.addAttribute("month", month);
		model.addAttribute("figures", this.board.figures(month, agent.departement()));
		model.addAttribute("files", this.board.waitingFiles(agent.departement()));
		model.addAttribute("perimeter", agent.departement());
		return "ars/accueil";
	}

	@GetMapping("/ars/demi-journees")
	String halfDays(@AuthenticationPrincipal SignedIn agent, @RequestParam(required = false) @Nullable String mois,
			@RequestParam(required = false) @Nullable String statut, @RequestParam(defaultValue = "0") int page,
			Model model) {
		var month = month(mois);
		var status = Arrays.stream(SlotStatus.values())
			.filter((value) -> value != SlotStatus.CLOSED && value.name().equals(statut))
			.findFirst()
			.orElse(null);
		showMonth(month, model);
		model.addAttribute("status", status);
		model.addAttribute("rows", this.halfDays.page(new HalfDayDirectory.Filter(agent.departement(), month.atDay(1),
				month.plusMonths(1).atDay(1), null, status), page));
		return "ars/demi-journees";
	}

	@GetMapping("/ars/zones-sans-medecin")
	String zones(@AuthenticationPrincipal SignedIn agent, @RequestParam(required = false) @Nullable String mois,
			@RequestParam(defaultValue = "0") int page, Model model) {
		var month = month(mois);
		showMonth(month, model);
		model.addAttribute("rows", this.board.zonesWithoutDoctor(month, agent.departement(), page));
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
