package fr.medecinproche.appointment.web;

import java.util.Optional;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.AppointmentAccess;
import fr.medecinproche.appointment.BirthDate;
import fr.medecinproche.appointment.BookingCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Finds an appointment again without its link.
 */
@Controller
class RetrievalController {

	private static final String VIEW = "patient/retrouver";

	private final AppointmentAccess access;

	private final RetrievalBrake brake;

	RetrievalController(AppointmentAccess access, RetrievalBrake brake) {
		this.access = access;
		this.brake = brake;
	}

	@GetMapping("/rendez-vous/retrouver")
	String ask(@ModelAttribute("form") RetrievalForm form) {
		return VIEW;
	}

	/** A wrong code and a wrong date get the same answer: it must not tell which. */
	@PostMapping("/rendez-vous/retrouver")
	String find(@Valid @ModelAttribute("form") RetrievalForm form, BindingResult errors, Model model,
			RedirectAttributes redirect, HttpServletRequest request, HttpServletResponse response) {
		var from = request.getRemoteAddr();
		if (!errors.hasErrors() && this.brake.isOn(from)) {
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			errors.reject("appointment.find.tooMany");
		}
		if (!errors.hasErrors()) {
			var link = form.link(this.access);
			if (link.isPresent()) {
				redirect.addAttribute("secret", link.get().value());
				return "redirect:/rendez-vous/{secret}";
			}
			this.brake.failed(from);
			errors.reject("appointment.find.unknown");
		}
		model.addAttribute("pageRefused", true);
		return VIEW;
	}

	record RetrievalForm(@NotBlank(message = "{appointment.find.code.missing}") @Nullable String code,
			@NotBlank(message = "{appointment.form.birthDate.missing}") @Nullable String birthDate) {

		Optional<Secret> link(AppointmentAccess access) {
			var typed = BookingCode.parse(this.code != null ? this.code : "");
			return typed.flatMap((code) -> BirthDate.parse(this.birthDate)
				.flatMap((birthDate) -> access.find(code, birthDate.value())));
		}

	}

}
