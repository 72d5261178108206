package fr.medecinproche.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The pages every service owes its visitors.
 */
@Controller
class StaticPagesController {

	private final ServiceSettings settings;

	StaticPagesController(ServiceSettings settings) {
		this.settings = settings;
	}

	@GetMapping("/plan-du-site")
	String sitemap() {
		return "web/plan-du-site";
	}

	@GetMapping("/accessibilite")
	String accessibility(Model model) {
		model.addAttribute("contact", this.settings.legal().contact());
		return "web/accessibilite";
	}

	@GetMapping("/mentions-legales")
	String legalNotice(Model model) {
		model.addAttribute("legal", this.settings.legal());
		return "web/mentions-legales";
	}

	@GetMapping("/donnees-personnelles")
	String personalData(Model model) {
		model.addAttribute("monthsKept", this.settings.retention().patients().toTotalMonths());
		model.addAttribute("contact", this.settings.legal().contact());
		return "web/donnees-personnelles";
	}

}
