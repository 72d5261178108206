package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentAccess;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.CommuneField;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Who is it for? The last page before an appointment.
 */
@Controller
class BookingController {

	private static final String VIEW = "patient/reserver";

	private final BookingService bookings;

	private final Appointments appointments;

	private final AppointmentAccess access;

	private final CommuneField communeField;

	private final Clock clock;

	BookingController(BookingService bookings, Appointments appointments, AppointmentAccess access,
			CommuneField communeField, Clock clock) {
		this.bookings = bookings;
		this.appointments = appointments;
		this.access = access;
		this.communeField = communeField;
		this.clock = clock;
	}

	@GetMapping("/rendez-vous/nouveau")
	String write(@RequestParam String reservation,
			@RequestParam(required = false) @Nullable RegularDoctor medecinTraitant, Model model) {
		model.addAttribute("form", BookingForm.empty(medecinTraitant));
		show(reservation, held(reservation), model);
		return VIEW;
	}

	/** A reload, or another language, of the page that came back with errors. */
	@GetMapping("/rendez-vous")
	String writeAgain(@RequestParam String reservation, RedirectAttributes redirect) {
		redirect.addAttribute("reservation", reservation);
		return "redirect:/rendez-vous/nouveau";
	}

	@PostMapping("/rendez-vous")
	String book(@RequestParam String reservation, @Valid @ModelAttribute("form") BookingForm form, BindingResult errors,
			Model model, RedirectAttributes redirect, Locale locale) {
		var secret = Secret.of(reservation);
		var already = this.access.reopen(secret);
		if (already.isPresent()) {
			return toAppointment(already.get(), redirect);
		}
		var held = held(reservation);
		form.check(errors, this.clock);
		var commune = this.communeField.read("commune", form.commune(), form.communeCode(), errors, model);
		if (errors.hasErrors()) {
			model.addAttribute("pageRefused", true);
			show(reservation, held, model);
			return VIEW;
		}
		return confirm(secret, held, form, commune.orElseThrow(), locale, redirect);
	}

	private String confirm(Secret secret, Appointment held, BookingForm form, Commune commune, Locale locale,
			RedirectAttributes redirect) {
		try {
			var booking = this.bookings.confirm(secret, form.patient(commune), locale, null);
			return toAppointment(booking.link(), redirect);
		}
		catch (BookingRefusedException refusal) {
			return Redirects.toOtherTimes(held.getSlot().getSite(), held.getKind(), refusal.reason(), redirect);
		}
	}

	private static String toAppointment(Secret link, RedirectAttributes redirect) {
		redirect.addAttribute("secret", link.value());
		return "redirect:/rendez-vous/{secret}";
	}

	private Appointment held(String reservation) {
		var held = this.appointments.findByHold(Secret.of(reservation).hash())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE));
		return switch (held.getStatus()) {
			case HELD, RELEASED, BOOKED -> held;
			case HONOURED, ABSENT, CANCELLED, MOVED -> throw new BookingRefusedException(Reason.NOT_BOOKED);
		};
	}

	private void show(String reservation, Appointment held, Model model) {
		var until = held.getHeldUntil();
		var left = (until != null) ? Duration.between(this.clock.instant(), until).toSeconds() : 0;
		model.addAttribute("reservation", reservation);
		model.addAttribute("held", held);
		model.addAttribute("site", held.getSlot().getSite());
		model.addAttribute("secondsLeft", Math.max(0, left));
		model.addAttribute("regularDoctors", RegularDoctor.values());
		model.addAttribute("whoms", BookingForm.Whom.values());
	}

}
