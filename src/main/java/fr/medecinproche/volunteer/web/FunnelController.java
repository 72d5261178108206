package fr.medecinproche.volunteer.web;

import java.time.Clock;
import java.time.LocalDate;

import fr.medecinproche.account.SignedIn;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * From the application to the first half-day: how many, and how long.
 */
@Controller
class FunnelController {

	private final FileFunnel funnel;

	private final Clock clock;

	FunnelController(FileFunnel funnel, Clock clock) {
		this.funnel = funnel;
		this.clock = clock;
	}

	/** Without a period that makes sense, of the last twelve months. */
	@GetMapping("/ars/medecins/parcours")
	String show(@AuthenticationPrincipal SignedIn agent, @RequestParam(required = false) @Nullable String du,
			@RequestParam(required = false) @Nullable String au, Model model) {
		var today = LocalDate.now(this.clock);
		var asked = Span.read(du, au);
		var span = asked.orElse(new Span(today.minusYears(1).plusDays(1), today));
		model.addAttribute("wrong", asked.isEmpty() && (du != null || au != null));
		model.addAttribute("span", span);
		model.addAttribute("stages", FunnelStage.values());
		model.addAttribute("figures", this.funnel.of(span, agent.perimeter()));
		model.addAttribute("imported", this.funnel.imported(span, agent.perimeter()));
		return "ars/medecins-parcours";
	}

}
