package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.util.Locale;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.AppointmentAccess;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.territory.CommuneField;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
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
 * Who is it for? The last page before an appointment. Whatever is refused, what was typed
 * comes back.
 */
@Controller
class BookingController {

	private final BookingService bookings;

	private final AppointmentAccess access;

	private final BookingPage page;

	private final OtherChoice choice;

	private final ContactCodes codes;

	private final CommuneField communeField;

	private final Clock clock;

	BookingController(BookingService bookings, AppointmentAccess access, BookingPage page, OtherChoice choice,
			ContactCodes codes, CommuneField communeField, Clock clock) {
		this.bookings = bookings;
		this.access = access;
		this.page = page;
		this.choice = choice;
		this.codes = codes;
		this.communeField = communeField;
		this.clock = clock;
	}

	@GetMapping("/rendez-vous/nouveau")
	String write(@RequestParam String reservation,
			@RequestParam(required = false) @Nullable RegularDoctor medecinTraitant,
			@RequestParam(required = false) @Nullable String commune, Model model) {
		model.addAttribute("form", BookingForm.empty(medecinTraitant, this.communeField.chosen(commune).orElse(null)));
		this.page.show(reservation, this.page.held(reservation), model);
		return BookingPage.VIEW;
	}

	/** A reload, or another language, of the page that came back with errors. */
	@GetMapping({ "/rendez-vous", "/rendez-vous/autre-horaire", "/rendez-vous/lien" })
	String writeAgain(@RequestParam String reservation, RedirectAttributes redirect) {
		redirect.addAttribute("reservation", reservation);
		return "redirect:/rendez-vous/nouveau";
	}

	@PostMapping("/rendez-vous")
	String book(@RequestParam String reservation, @Valid @ModelAttribute("form") BookingForm form, BindingResult errors,
			Model model, RedirectAttributes redirect, Locale locale, HttpServletRequest request) {
		var secret = Secret.of(reservation);
		var already = this.access.reopen(secret);
		if (already.isPresent()) {
			return toAppointment(already.get(), redirect);
		}
		var held = this.page.held(reservation);
		form.check(errors, this.clock);
		var commune = this.communeField.read("commune", form.commune(), form.communeCode(), errors, model);
		if (!errors.hasErrors()) {
			try {
				var patient = form.patient(commune.orElseThrow());
				if (this.codes.begin(secret, patient, locale, request.getRemoteAddr())) {
					redirect.addAttribute("reservation", reservation);
					return "redirect:/rendez-vous/code";
				}
				return toAppointment(this.bookings.confirm(secret, patient, locale, null).link(), redirect);
			}
			catch (BookingRefusedException refusal) {
				this.choice.offer(held, form, refusal, errors, model);
			}
		}
		model.addAttribute("pageRefused", true);
		this.page.show(reservation, held, model);
		return BookingPage.VIEW;
	}

	static String toAppointment(Secret link, RedirectAttributes redirect) {
		redirect.addAttribute("secret", link.value());
		redirect.addAttribute("etape", Steps.LAST);
		return "redirect:/rendez-vous/{secret}";
	}

	/** The time was taken: another one, with the answers already given. */
	@PostMapping("/rendez-vous/autre-horaire")
	String changeTime(@RequestParam String reservation, @RequestParam String time,
			@ModelAttribute("form") BookingForm form, BindingResult errors, Model model) {
		var held = this.page.held(reservation);
		var kept = reservation;
		try {
			kept = this.choice.keep(reservation, held, time, form);
		}
		catch (BookingRefusedException refusal) {
			this.choice.offer(held, form, refusal, errors, model);
		}
		model.addAttribute("pageRefused", errors.hasErrors());
		this.page.show(kept, this.page.held(kept), model);
		return BookingPage.VIEW;
	}

	/** The same answer whatever is known of whom: it must not tell who comes. */
	@PostMapping("/rendez-vous/lien")
	String sendLink(@RequestParam String reservation, @Valid @ModelAttribute("form") BookingForm form,
			BindingResult errors, Model model) {
		form.check(errors, this.clock);
		if (!errors.hasErrors()) {
			this.access.sendLinks(form.patient(null));
			model.addAttribute("linkSent", true);
		}
		this.page.show(reservation, this.page.held(reservation), model);
		return BookingPage.VIEW;
	}

}
