package fr.medecinproche.web;

import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.site.SiteKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
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
