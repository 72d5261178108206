package fr.medecinproche.appointment.web;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.AppointmentAccess;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.ContactCheck;
import fr.medecinproche.appointment.ContactCheckService;
import fr.medecinproche.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The six digits between the answers and the appointment, where the operator asks for
 * them.
 */
@Controller
class ContactCodeController {

	private static final String VIEW = "patient/code";

	private final ContactCheckService checks;

	private final ContactCodes codes;

	private final BookingService bookings;

	private final AppointmentAccess access;

	private final BookingPage page;

	private final OtherChoice choice;

	ContactCodeController(ContactCheckService checks, ContactCodes codes, BookingService bookings,
			AppointmentAccess access, BookingPage page, OtherChoice choice) {
		this.checks = checks;
		this.codes = codes;
		this.bookings = bookings;
		this.access = access;
		this.page = page;
		this.choice = choice;
	}

	@GetMapping("/rendez-vous/code")
	String ask(@RequestParam String reservation, Model model, RedirectAttributes redirect) {
		var check = this.checks.pending(Secret.of(reservation));
		if (check.isEmpty()) {
			redirect.addAttribute("reservation", reservation);
			return "redirect:/rendez-vous/nouveau";
		}
		model.addAttribute("form", new CodeForm(null));
		return show(reservation, check.get(), model);
	}

	@PostMapping("/rendez-vous/code")
	String confirm(@RequestParam String reservation, @ModelAttribute("form") CodeForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		var hold = Secret.of(reservation);
		var already = this.access.reopen(hold);
		if (already.isPresent()) {
			return BookingController.toAppointment(already.get(), redirect);
		}
		var check = this.checks.pending(hold);
		if (check.isEmpty()) {
			redirect.addAttribute("reservation", reservation);
			return "redirect:/rendez-vous/nouveau";
		}
		var refusal = this.checks.refusalOf(hold, form.typed());
		if (refusal.isPresent()) {
			errors.rejectValue("code", "appointment.refusal." + refusal.get());
			model.addAttribute("pageRefused", true);
			return show(reservation, this.checks.pending(hold).orElseThrow(), model);
		}
		return book(reservation, check.get(), model, redirect);
	}

	private String book(String reservation, ContactCheck check, Model model, RedirectAttributes redirect) {
		try {
			var booking = this.bookings.confirm(Secret.of(reservation), check.getPatient(), check.getLocale(), null);
			return BookingController.toAppointment(booking.link(), redirect);
		}
		catch (BookingRefusedException refusal) {
			return this.choice.again(reservation, this.page.again(check.getPatient()), refusal, model);
		}
	}

	@PostMapping("/rendez-vous/code/envoi")
	String sendAgain(@RequestParam String reservation, RedirectAttributes redirect, HttpServletRequest request) {
		redirect.addAttribute("reservation", reservation);
		try {
			this.codes.sendAgain(Secret.of(reservation), request.getRemoteAddr());
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("appointment.code.sentAgain"));
		}
		catch (BookingRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		return "redirect:/rendez-vous/code";
	}

	private String show(String reservation, ContactCheck check, Model model) {
		this.page.show(reservation, this.page.held(reservation), model);
		model.addAttribute("check", check);
		return VIEW;
	}

	record CodeForm(@Nullable String code) {

		private static final int LONGEST = 20;

		String typed() {
			return (this.code != null && this.code.length() <= LONGEST) ? this.code : "";
		}

	}

}
