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
 * The half-days of a month, as the agency sees them.
 */
@Controller
class HalfDayListController {

	private static final int YEARS_SHOWN = 5;

	private final HalfDayDirectory halfDays;

	private final Clock clock;

	HalfDayListController(HalfDayDirectory halfDays, Clock clock) {
		this.halfDays = halfDays;
		this.clock = clock;
	}

	@GetMapping("/ars/demi-journees")
	String list(@AuthenticationPrincipal SignedIn agent, @RequestParam(required = false) @Nullable String mois,
			@RequestParam(required = false) @Nullable String statut, @RequestParam(defaultValue = "0") int page,
			Model model) {
		var month = month(mois);
		var status = Arrays.stream(SlotStatus.values())
			.filter((value) -> value != SlotStatus.CLOSED && value.name().equals(statut))
			.findFirst()
			.orElse(null);
		model.addAttribute("month", month);
		model.addAttribute("previous", month.minusMonths(1));
		model.addAttribute("next", month.plusMonths(1));
		model.addAttribute("status", status);
		model.addAttribute("rows", this.halfDays.page(new HalfDayDirectory.Filter(agent.perimeter(), month.atDay(1),
				month.plusMonths(1).atDay(1), null, status), page));
		return "ars/demi-journees";
	}

	/** The month of the address, the next one when it makes no sense. */
	private YearMonth month(@Nullable String typed) {
		var nextMonth = YearMonth.now(this.clock).plusMonths(1);
		try {
			var month = (typed != null) ? YearMonth.parse(typed) : nextMonth;
			return (Math.abs(month.getYear() - nextMonth.getYear()) <= YEARS_SHOWN) ? month : nextMonth;
		}
		catch (DateTimeException ex) {
			return nextMonth;
		}
	}

}
