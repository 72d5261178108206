package fr.medecinproche.volunteer.web;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.volunteer.Availability;
import fr.medecinproche.volunteer.Preferences;
import fr.medecinproche.volunteer.SpokenLanguage;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import fr.medecinproche.volunteer.Volunteers;
import fr.medecinproche.web.Flash;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How a doctor likes to come, and what patients know of them, in the doctor's own hands.
 */
@Controller
@RequestMapping("/medecin/preferences")
class PreferencesController {

	private static final String VIEW = "medecin/preferences";

	private final Volunteers volunteers;

	private final VolunteerService service;

	PreferencesController(Volunteers volunteers, VolunteerService service) {
		this.volunteers = volunteers;
		this.service = service;
	}

	@ModelAttribute("spoken")
	SpokenLanguage[] spoken() {
		return SpokenLanguage.values();
	}

	@ModelAttribute("lengths")
	List<Integer> lengths() {
		return Preferences.CONSULTATION_MINUTES;
	}

	@ModelAttribute("distances")
	List<Integer> distances() {
		return Availability.DISTANCES;
	}

	@ModelAttribute("weekdays")
	Set<DayOfWeek> weekdays() {
		return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);
	}

	@GetMapping
	String show(@AuthenticationPrincipal SignedIn me, Model model) {
		var volunteer = volunteer(me);
		model.addAttribute("form", PreferencesForm.of(volunteer.getPreferences(), volunteer.getAvailability()));
		return VIEW;
	}

	@PostMapping
	String change(@AuthenticationPrincipal SignedIn me, @ModelAttribute("form") PreferencesForm form,
			BindingResult errors, RedirectAttributes redirect) {
		var volunteer = volunteer(me);
		form.check(errors);
		if (errors.hasErrors()) {
			return VIEW;
		}
		this.service.prefer(volunteer.getId(), form.toPreferences(), form.toAvailability());
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.preferences.saved"));
		return "redirect:/medecin";
	}

	private Volunteer volunteer(SignedIn me) {
		return this.volunteers.signedIn(me);
	}

}
