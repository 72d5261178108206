package fr.medecinproche.appointment.web;

import java.time.Clock;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentAccess;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.ProposalService;
import fr.medecinproche.web.CalendarFile;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A patient's appointment, behind the link they alone have.
 */
@Controller
class AppointmentController {

	private final AppointmentAccess access;

	private final BookingService bookings;

	private final ProposalService proposals;

	private final AppointmentCalendar calendar;

	private final Clock clock;

	AppointmentController(AppointmentAccess access, BookingService bookings, ProposalService proposals,
			AppointmentCalendar calendar, Clock clock) {
		this.access = access;
		this.bookings = bookings;
		this.proposals = proposals;
		this.calendar = calendar;
		this.clock = clock;
	}

	@GetMapping("/rendez-vous/{secret}")
	String show(@PathVariable String secret, @RequestParam(required = false) @Nullable Reason refus, Model model) {
		var appointment = open(secret);
		fill(secret, appointment, model);
		model.addAttribute("proposals", this.proposals.heldFor(appointment.getId()));
		model.addAttribute("refusal", refus);
		return "patient/rendez-vous";
	}

	@GetMapping("/rendez-vous/{secret}/annulation")
	String askToCancel(@PathVariable String secret, Model model) {
		var appointment = open(secret);
		fill(secret, appointment, model);
		return appointment.isChangeableByPatientAt(this.clock.instant()) ? "patient/annulation" : "patient/rendez-vous";
	}

	@PostMapping("/rendez-vous/{secret}/annulation")
	String cancel(@PathVariable String secret, RedirectAttributes redirect) {
		try {
			this.bookings.cancel(open(secret).getId(), Canceller.PATIENT);
		}
		catch (BookingRefusedException refusal) {
			redirect.addAttribute("refus", refusal.reason());
		}
		return "redirect:/rendez-vous/{secret}";
	}

	@GetMapping("/rendez-vous/{secret}/calendrier.ics")
	ResponseEntity<byte[]> calendar(@PathVariable String secret) {
		var file = this.calendar.of(open(secret));
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, CalendarFile.MEDIA_TYPE)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rendez-vous.ics\"")
			.body(file.bytes());
	}

	private Appointment open(String secret) {
		return this.access.open(Secret.of(secret)).orElseThrow(NoSuchAppointmentException::new);
	}

	private void fill(String secret, Appointment appointment, Model model) {
		model.addAttribute("secret", secret);
		model.addAttribute("appointment", appointment);
		model.addAttribute("site", appointment.getSlot().getSite());
		model.addAttribute("cancellable", appointment.isChangeableByPatientAt(this.clock.instant()));
	}

	@ExceptionHandler(NoSuchAppointmentException.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String notFound() {
		return "patient/introuvable";
	}

	/** A link nobody was given, or one too old. */
	private static final class NoSuchAppointmentException extends RuntimeException {

	}

}
