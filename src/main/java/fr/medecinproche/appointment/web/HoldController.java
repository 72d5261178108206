package fr.medecinproche.appointment.web;

import java.time.Instant;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.ContactCheckService;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.HalfDaySlots;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Keeps a time for a patient while they write, and frees it when they change their mind.
 */
@Controller
class HoldController {

	private final BookingService bookings;

	private final ContactCheckService checks;

	private final Appointments appointments;

	private final HalfDaySlots slots;

	HoldController(BookingService bookings, ContactCheckService checks, Appointments appointments, HalfDaySlots slots) {
		this.bookings = bookings;
		this.checks = checks;
		this.appointments = appointments;
		this.slots = slots;
	}

	@PostMapping("/rendez-vous/reservations")
	String hold(@RequestParam long slot, @RequestParam Instant startsAt,
			@RequestParam(defaultValue = "CONSULTATION") VisitKind motif,
			@RequestParam(required = false) @Nullable RegularDoctor medecinTraitant,
			@RequestParam(required = false) @Nullable String commune,
			@RequestParam(required = false) @Nullable String cle, RedirectAttributes redirect) {
		redirect.addAttribute("medecinTraitant", medecinTraitant);
		redirect.addAttribute("commune", commune);
		var halfDay = this.slots.findById(slot)
			.filter((known) -> !startsAt.isBefore(known.begins()) && startsAt.isBefore(known.ends()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
		try {
			var hold = this.bookings.hold(slot, startsAt, motif, new Asker(Channel.WEB, medecinTraitant),
					(cle != null) ? OwnAppointment.holdSecret(cle, slot, startsAt) : Secret.random());
			redirect.addAttribute("reservation", hold.secret().value());
			return "redirect:/rendez-vous/nouveau";
		}
		catch (BookingRefusedException refusal) {
			return Redirects.toOtherTimes(halfDay.getSite(), motif, refusal.reason(), redirect);
		}
	}

	@DeleteMapping("/rendez-vous/reservations")
	String release(@RequestParam String reservation, RedirectAttributes redirect) {
		var secret = Secret.of(reservation);
		var held = this.appointments.findByHold(secret.hash());
		this.checks.forget(secret);
		this.bookings.release(secret);
		return held.map((time) -> Redirects.toOtherTimes(time.getSlot().getSite(), time.getKind(), null, redirect))
			.orElse("redirect:/");
	}

}
