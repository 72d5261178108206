package fr.medecinproche.territory.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.TerritoryRefusedException;
import fr.medecinproche.territory.need.NeedFigures;
import fr.medecinproche.territory.need.ZoneNeedService;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How much each criterion of need counts: for the region of the agent, or for the whole
 * country when the agent's sight is not narrowed. Agents of a department read it only.
 */
@Controller
class WeightsController {

	private final NeedFigures figures;

	private final ZoneNeedService service;

	private final NeedSight sight;

	WeightsController(NeedFigures figures, ZoneNeedService service, NeedSight sight) {
		this.figures = figures;
		this.service = service;
		this.sight = sight;
	}

	@GetMapping("/ars/besoin/poids")
	String show(@AuthenticationPrincipal SignedIn agent, Model model) {
		var inForce = this.figures.weights(this.sight.region(agent.perimeter()));
		model.addAttribute("form", WeightsForm.of(inForce));
		model.addAttribute("seen", inForce.id());
		return page(agent, model);
	}

	@PostMapping("/ars/besoin/poids")
	String weigh(@AuthenticationPrincipal SignedIn agent, @Valid @ModelAttribute("form") WeightsForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!agent.seesWholeRegion()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("seen", form.seen());
		var weights = form.weights(errors);
		if (weights != null) {
			try {
				this.service.weigh(this.sight.region(agent.perimeter()), weights,
						(form.seen() != null) ? form.seen() : 0, agent.accountId());
				redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("territory.weights.saved"));
				return "redirect:/ars/besoin/poids";
			}
			catch (TerritoryRefusedException ex) {
				// the page shows what was decided: who saves again has seen it
				model.addAttribute("seen", this.figures.weights(this.sight.region(agent.perimeter())).id());
				errors.reject(ex.getCodes()[0]);
			}
		}
		return page(agent, model);
	}

	private String page(SignedIn agent, Model model) {
		model.addAttribute("decides", agent.seesWholeRegion());
		model.addAttribute("scope", this.sight.name(agent.perimeter()));
		model.addAttribute("past", this.figures.pastWeights(this.sight.region(agent.perimeter())));
		return "ars/besoin-poids";
	}

}
