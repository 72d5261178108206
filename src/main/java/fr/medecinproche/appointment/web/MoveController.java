package fr.medecinproche.appointment.web;

import java.time.Instant;
import java.time.LocalDate;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.Appointments;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.MovingService;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A patient comes at another time: they choose one, read what they had and what they will
 * have, and say yes. Until then the old one is theirs, and says so.
 */
@Controller
class MoveController {

	private static final String TO_APPOINTMENT = "redirect:/rendez-vous/{secret}";

	private final OwnAppointment own;

	private final OtherTimes times;

	private final Appointments appointments;

	private final BookingService bookings;

	private final MovingService moves;

	MoveController(OwnAppointment own, OtherTimes times, Appointments appointments, BookingService bookings,
			MovingService moves) {
		this.own = own;
		this.times = times;
		this.appointments = appointments;
		this.bookings = bookings;
		this.moves = moves;
	}

	@GetMapping("/rendez-vous/{secret}/deplacement")
	String choose(@PathVariable String secret, @RequestParam(required = false) @Nullable String lieu,
			@RequestParam(required = false) @Nullable LocalDate semaine,
			@RequestParam(required = false) @Nullable Reason refus, Model model) {
		var appointment = this.own.open(secret);
		this.own.show(secret, appointment, model);
		model.addAttribute("refusal", refus);
		if (!this.own.isChangeable(appointment)) {
			return "patient/rendez-vous";
		}
		this.times.around(appointment, lieu, semaine, model);
		return "patient/deplacement";
	}

	@PostMapping("/rendez-vous/{secret}/deplacement")
	String hold(@PathVariable String secret, @RequestParam long slot, @RequestParam Instant startsAt,
			RedirectAttributes redirect) {
		var appointment = this.own.open(secret);
		if (!this.own.isChangeable(appointment)) {
			return refused(Reason.CHANGES_CLOSED, TO_APPOINTMENT, redirect);
		}
		this.times.mustBeWithin(slot, startsAt);
		try {
			var hold = this.bookings.hold(slot, startsAt, appointment.getKind(), OtherTimes.asker(appointment),
					OwnAppointment.holdSecret(secret, slot, startsAt));
			redirect.addAttribute("reservation", hold.secret().value());
			return "redirect:/rendez-vous/{secret}/deplacement/{reservation}";
		}
		catch (BookingRefusedException refusal) {
			return refused(refusal.reason(), TO_APPOINTMENT + "/deplacement", redirect);
		}
	}

	@GetMapping("/rendez-vous/{secret}/deplacement/{reservation}")
	String compare(@PathVariable String secret, @PathVariable String reservation, Model model) {
		var appointment = this.own.open(secret);
		var held = held(reservation);
		if (held.getId() == appointment.getId() || !this.own.isChangeable(appointment)) {
			return TO_APPOINTMENT;
		}
		this.own.show(secret, appointment, model);
		model.addAttribute("reservation", reservation);
		model.addAttribute("held", held);
		return "patient/deplacement-confirmation";
	}

	@PostMapping("/rendez-vous/{secret}/deplacement/{reservation}")
	String move(@PathVariable String secret, @PathVariable String reservation, RedirectAttributes redirect) {
		var appointment = this.own.open(secret);
		try {
			this.moves.move(appointment.getId(), Secret.of(reservation), Canceller.PATIENT);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("appointment.move.done"));
			return TO_APPOINTMENT;
		}
		catch (BookingRefusedException refusal) {
			return refused(refusal.reason(),
					this.own.isChangeable(appointment) ? TO_APPOINTMENT + "/deplacement" : TO_APPOINTMENT, redirect);
		}
	}

	@DeleteMapping("/rendez-vous/{secret}/deplacement/{reservation}")
	String keep(@PathVariable String secret, @PathVariable String reservation, RedirectAttributes redirect) {
		this.own.open(secret);
		this.bookings.release(Secret.of(reservation));
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("appointment.move.kept"));
		return TO_APPOINTMENT;
	}

	private Appointment held(String reservation) {
		return this.appointments.findByHold(Secret.of(reservation).hash())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE));
	}

	private static String refused(Reason reason, String view, RedirectAttributes redirect) {
		redirect.addAttribute("refus", reason);
		return view;
	}

}
