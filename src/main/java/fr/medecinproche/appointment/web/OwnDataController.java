package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.util.Optional;

import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.NoSuchAppointmentException;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.PatientDataService;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * « Mes données »: what is held about a patient for one visit, to read, take away and
 * correct.
 */
@Controller
class OwnDataController {

	private static final String VIEW = "patient/mes-donnees";

	private final OwnAppointment own;

	private final PatientDataService data;

	private final CommuneField communeField;

	private final Communes communes;

	private final Clock clock;

	OwnDataController(OwnAppointment own, PatientDataService data, CommuneField communeField, Communes communes,
			Clock clock) {
		this.own = own;
		this.data = data;
		this.communeField = communeField;
		this.communes = communes;
		this.clock = clock;
	}

	@GetMapping("/rendez-vous/{secret}/mes-donnees")
	String see(@PathVariable String secret, Model model) {
		var appointment = this.own.open(secret);
		var patient = patient(appointment);
		model.addAttribute("form", CorrectionForm.of(patient, lives(patient).orElse(null)));
		show(secret, appointment, model);
		return VIEW;
	}

	@PostMapping("/rendez-vous/{secret}/mes-donnees")
	String correct(@PathVariable String secret, @Valid @ModelAttribute("form") CorrectionForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		var appointment = this.own.open(secret);
		var patient = patient(appointment);
		form.check(patient, errors, this.clock);
		// whoever booked on the phone was not asked where they live
		var lives = (patient.commune() == null && !StringUtils.hasText(form.commune())) ? Optional.<Commune>empty()
				: this.communeField.read("commune", form.commune(), form.communeCode(), errors, model);
		if (!errors.hasErrors()) {
			try {
				this.data.correct(appointment.getId(), form.corrected(patient, lives.orElse(null)));
				redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("appointment.data.corrected"));
				return "redirect:/rendez-vous/{secret}/mes-donnees";
			}
			catch (BookingRefusedException refusal) {
				errors.reject(refusal.getCodes()[0]);
			}
		}
		model.addAttribute("pageRefused", true);
		show(secret, appointment, model);
		return VIEW;
	}

	@GetMapping("/rendez-vous/{secret}/mes-donnees.json")
	ResponseEntity<OwnData> takeAway(@PathVariable String secret) {
		var appointment = this.own.open(secret);
		var patient = patient(appointment);
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mes-donnees.json\"")
			.body(OwnData.of(appointment, patient, lives(patient).map(Commune::getLabel).orElse(null),
					this.data.letters(appointment.getId()), this.data.continuations(appointment.getId())));
	}

	private static Patient patient(Appointment appointment) {
		return Optional.ofNullable(appointment.getPatient()).orElseThrow(NoSuchAppointmentException::new);
	}

	private Optional<Commune> lives(Patient patient) {
		return Optional.ofNullable(patient.commune()).flatMap(this.communes::findById);
	}

	private void show(String secret, Appointment appointment, Model model) {
		this.own.show(secret, appointment, model);
		model.addAttribute("patient", appointment.getPatient());
		model.addAttribute("lives", lives(patient(appointment)).map(Commune::getLabel).orElse(null));
		model.addAttribute("letters", this.data.letters(appointment.getId()));
		model.addAttribute("continuations", this.data.continuations(appointment.getId()));
	}

}
