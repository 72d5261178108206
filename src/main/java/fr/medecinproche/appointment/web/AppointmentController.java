package fr.medecinproche.appointment.web;

import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.appointment.ProposalService;
import fr.medecinproche.web.CalendarFile;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A patient's appointment, behind the link they alone have.
 */
@Controller
class AppointmentController {

	private final OwnAppointment own;

	private final ProposalService proposals;

	private final AppointmentCalendar calendar;

	AppointmentController(OwnAppointment own, ProposalService proposals, AppointmentCalendar calendar) {
		this.own = own;
		this.proposals = proposals;
		this.calendar = calendar;
	}

	/**
	 * The page of the appointment. Right after the booking it is the last of three steps,
	 * and says so.
	 */
	@GetMapping("/rendez-vous/{secret}")
	String show(@PathVariable String secret, @RequestParam(required = false) @Nullable Reason refus,
			@RequestParam(defaultValue = "0") int etape, Model model) {
		var appointment = this.own.open(secret);
		this.own.show(secret, appointment, model);
		model.addAttribute("proposals", this.proposals.heldFor(appointment.getId()));
		model.addAttribute("refusal", refus);
		model.addAttribute("justBooked", etape == Steps.LAST && appointment.isBooked());
		return "patient/rendez-vous";
	}

	@GetMapping("/rendez-vous/{secret}/calendrier.ics")
	ResponseEntity<byte[]> calendar(@PathVariable String secret) {
		var file = this.calendar.of(this.own.open(secret));
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, CalendarFile.MEDIA_TYPE)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rendez-vous.ics\"")
			.body(file.bytes());
	}

}
