package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import fr.medecinproche.account.Secret;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The regulator has found a time and writes the caller's name. No medical note is asked,
 * nor kept.
 */
@Controller
class RegulationCallController {

	private static final String VIEW = "regulation/nouveau";

	private final BookingService bookings;

	private final Appointments appointments;

	private final OwnCalls own;

	private final Communes communes;

	private final Clock clock;

	RegulationCallController(BookingService bookings, Appointments appointments, OwnCalls own, Communes communes,
			Clock clock) {
		this.bookings = bookings;
		this.appointments = appointments;
		this.own = own;
		this.communes = communes;
		this.clock = clock;
	}

	@GetMapping("/regulation/rendez-vous/nouveau")
	String write(@RequestParam String reservation, @RequestParam @Nullable String communeCode, Model model) {
		model.addAttribute("form", CallForm.empty(null));
		show(reservation, communeCode, model);
		return VIEW;
	}

	@PostMapping("/regulation/rendez-vous")
	String book(@AuthenticationPrincipal SignedIn regulator, @RequestParam String reservation,
			@RequestParam @Nullable String communeCode, @Valid @ModelAttribute("form") CallForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		held(reservation);
		form.check(errors, this.clock);
		if (errors.hasErrors()) {
			return refused(reservation, communeCode, model);
		}
		try {
			var booking = this.bookings.confirm(Secret.of(reservation), form.patient(commune(communeCode).orElse(null)),
					Locale.FRENCH, regulator.accountId());
			return "redirect:/regulation/rendez-vous/" + booking.appointment().getId();
		}
		catch (BookingRefusedException refusal) {
			if (refusal.isOfThePerson()) {
				errors.reject(refusal.getCodes()[0]);
				return refused(reservation, communeCode, model);
			}
			redirect.addAttribute("communeCode", communeCode);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal.getCodes()[0]));
			return "redirect:/regulation";
		}
	}

	private String refused(String reservation, @Nullable String communeCode, Model model) {
		model.addAttribute("pageRefused", true);
		show(reservation, communeCode, model);
		return VIEW;
	}

	private Optional<Commune> commune(@Nullable String code) {
		return Optional.ofNullable(code).flatMap(this.communes::findById);
	}

	/** What was booked, for whoever booked it. */
	@GetMapping("/regulation/rendez-vous/{id:\\d+}")
	String see(@AuthenticationPrincipal SignedIn regulator, @PathVariable long id, Model model) {
		model.addAttribute("appointment", this.own.appointment(id, regulator));
		return "regulation/rendez-vous";
	}

	private Appointment held(String reservation) {
		return this.appointments.findByHold(Secret.of(reservation).hash())
			.filter((held) -> held.getChannel() == Channel.REGULATOR)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE));
	}

	private void show(String reservation, @Nullable String communeCode, Model model) {
		model.addAttribute("reservation", reservation);
		model.addAttribute("communeCode", communeCode);
		model.addAttribute("held", held(reservation));
		model.addAttribute("regularDoctors", RegularDoctor.values());
	}

}
