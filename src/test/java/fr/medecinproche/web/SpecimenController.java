package fr.medecinproche.web;

import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.site.SiteKind;
import fr.medecinproche.web.Chart.Series;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A page with one of each fragment, and a rule that refuses.
 */
@Controller
class SpecimenController {

	private static final String VIEW = "specimen/form";

	@ModelAttribute("kinds")
	SiteKind[] kinds() {
		return SiteKind.values();
	}

	@ModelAttribute("rows")
	Page<String> rows(@RequestParam(defaultValue = "0") int page) {
		return new PageImpl<>(List.of("a"), PageRequest.of(page, 1), 12);
	}

	@GetMapping("/demo/specimen")
	String show(@ModelAttribute("form") SpecimenForm form) {
		return VIEW;
	}

	@PostMapping("/demo/specimen")
	String send(@Valid @ModelAttribute("form") SpecimenForm form, BindingResult errors) {
		return VIEW;
	}

	@GetMapping("/demo/graphiques")
	String charts(Model model) {
		var months = List.of("janv. 2027", "févr. 2027", "mars 2027", "avr. 2027", "mai 2027", "juin 2027",
				"juil. 2027", "août 2027", "sept. 2027", "oct. 2027", "nov. 2027", "déc. 2027");
		var some = Series.of("Demi-journées tenues", 3, 5, null, 8, 12, 0, 4, 6, 7, 9, 11, 14);
		var others = Series.of("Demi-journées ouvertes", 6, 8, 9, null, 15, 16, 17, 12, 11, 13, 16, 19);
		model.addAttribute("charts",
				List.of(Chart.columns("un", "Par mois", months, others, some).described("De 6 à 19 ouvertes."),
						Chart.lines("deux", "Au fil du temps", months, others, some).in("\u00a0%", 1),
						Chart
							.bars("trois", "Par zone", List.of("Bastides <&> Vallons", "Haut Allier Margeride"),
									Series.of("Ouvertes", 12.25, null))
							.in("", 1),
						Chart
							.ranges("quatre", "Projection", List.of("Gers", "Lot"), Series.of("De", 3, 10),
									Series.of("Moyenne", 5, 11), Series.of("À", 12, 11.5))
							.in("", 1),
						Chart.bars("cinq", "Sans rien", List.of("Gers"), Series.of("Ouvertes", (Number) null))));
		return "specimen/charts";
	}

	@GetMapping("/demo/specimen/{number}")
	String refuse(@PathVariable int number) {
		throw new AccountRefusedException(AccountRefusedException.Reason.EMAIL_TAKEN);
	}

	record SpecimenForm(@NotBlank @Nullable String name, @NotNull @Nullable LocalDate day,
			@NotBlank(message = "{account.email.missing}") @Nullable String words, @NotNull @Nullable SiteKind kind,
			@NotNull @Nullable SiteKind other,
			@AssertTrue(message = "{account.email.invalid}") @Nullable Boolean agreed) {
	}

}
