package fr.medecinproche.joining.web;

import java.util.Set;

import fr.medecinproche.joining.NearbySites;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.volunteer.AnnouncedIndemnity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a doctor asks before anything else, with figures of today.
 */
@Controller
class PitchController {

	private static final int SITES = 6;

	private final Intercommunalites zones;

	private final NearbySites nearby;

	private final CommuneField field;

	private final AnnouncedIndemnity indemnity;

	private final WishCookie wishes;

	PitchController(Intercommunalites zones, NearbySites nearby, CommuneField field, AnnouncedIndemnity indemnity,
			WishCookie wishes) {
		this.zones = zones;
		this.nearby = nearby;
		this.field = field;
		this.indemnity = indemnity;
		this.wishes = wishes;
	}

	/**
	 * Also where a call for solidarity leads whoever is not known: with zone and days.
	 */
	@GetMapping(path = JoiningPages.HOME, params = "zone")
	String pitch(@RequestParam String zone, @RequestParam(required = false) @Nullable Set<String> jours,
			@ModelAttribute("form") HomeForm form, BindingResult errors, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		this.zones.seenFrom(zone, null).ifPresent((asked) -> {
			this.wishes.keep(zone, jours, request, response);
			model.addAttribute("asked", asked);
		});
		return pitch(form, errors, model);
	}

	@GetMapping(JoiningPages.HOME)
	String pitch(@ModelAttribute("form") HomeForm form, BindingResult errors, Model model) {
		model.addAttribute("region", this.zones.regionFigures());
		model.addAttribute("figures", this.nearby.figures());
		model.addAttribute("indemnity", this.indemnity);
		if (form.isUntouched()) {
			show(form, model);
		}
		else {
			this.field.read("commune", form.commune(), form.communeCode(), errors, model)
				.ifPresent((home) -> lookAround(home, model));
		}
		return "medecin/devenir-volontaire";
	}

	private void lookAround(Commune home, Model model) {
		show(new HomeForm(home.getLabel(), home.getInsee()), model);
		model.addAttribute("home", home);
		model.addAttribute("near", this.nearby.around(home.getPosition(), SITES));
	}

	private static void show(HomeForm form, Model model) {
		model.addAttribute("form", form);
		model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
	}

	/**
	 * Where a doctor starts from.
	 *
	 * @param commune as typed
	 * @param communeCode the commune chosen from a list
	 */
	record HomeForm(@Nullable String commune, @Nullable String communeCode) {

		boolean isUntouched() {
			return this.commune == null && this.communeCode == null;
		}

	}

}
