package fr.medecinproche.appointment.web;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

import fr.medecinproche.account.Secret;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentAccess;
import fr.medecinproche.web.PdfPages;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An appointment on paper, in large type: for patients to keep, and for hosts and
 * regulators to post or hand to whoever gets no message. It says neither why they come
 * nor what they are treated for. What is not booked any more is not printed: its page
 * says why.
 */
@Controller
class LetterController {

	private final AppointmentAccess access;

	private final OwnSite own;

	private final OwnCalls calls;

	private final OwnHalfDays halfDays;

	private final PdfPages pages;

	LetterController(AppointmentAccess access, OwnSite own, OwnCalls calls, OwnHalfDays halfDays, PdfPages pages) {
		this.access = access;
		this.own = own;
		this.calls = calls;
		this.halfDays = halfDays;
		this.pages = pages;
	}

	@GetMapping("/rendez-vous/{secret}/lettre.pdf")
	ResponseEntity<byte[]> toKeep(@PathVariable String secret, Locale locale) {
		return this.access.open(Secret.of(secret))
			.filter(Appointment::isBooked)
			.map((appointment) -> letter(appointment, false, locale))
			.orElseGet(() -> explained("/rendez-vous/{secret}", secret));
	}

	@GetMapping("/lieu/rendez-vous/{id:\\d+}/lettre.pdf")
	ResponseEntity<byte[]> toPost(@AuthenticationPrincipal SignedIn host, @PathVariable long id) {
		var appointment = this.own.appointment(id, host);
		return appointment.isBooked() ? letter(appointment, true, appointment.getLocale())
				: explained("/lieu/rendez-vous/{id}", id);
	}

	@GetMapping("/regulation/rendez-vous/{id:\\d+}/lettre.pdf")
	ResponseEntity<byte[]> afterTheCall(@AuthenticationPrincipal SignedIn regulator, @PathVariable long id) {
		var appointment = this.calls.appointment(id, regulator);
		return appointment.isBooked() ? letter(appointment, true, appointment.getLocale())
				: explained("/regulation/rendez-vous/{id}", id);
	}

	@GetMapping("/medecin/rendez-vous/{id:\\d+}/lettre.pdf")
	ResponseEntity<byte[]> toHandOver(@AuthenticationPrincipal SignedIn doctor, @PathVariable long id) {
		var appointment = this.halfDays.visit(doctor, id);
		return appointment.isBooked() ? letter(appointment, false, appointment.getLocale())
				: explained("/medecin/rendez-vous/{id}", id);
	}

	private ResponseEntity<byte[]> letter(Appointment appointment, boolean posted, Locale locale) {
		var letter = this.pages.print("pdf/lettre",
				Map.of("appointment", appointment, "site", appointment.getSlot().getSite(), "posted", posted), locale);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"rendez-vous.pdf\"")
			.body(letter);
	}

	private static ResponseEntity<byte[]> explained(String path, Object variable) {
		URI page = UriComponentsBuilder.fromPath(path).build(variable);
		return ResponseEntity.status(HttpStatus.FOUND).location(page).build();
	}

}
