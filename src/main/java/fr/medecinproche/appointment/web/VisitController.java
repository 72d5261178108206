package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AttendanceService;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.ContinuationKind;
import fr.medecinproche.appointment.ContinuationService;
import fr.medecinproche.appointment.Continuations;
import fr.medecinproche.appointment.FollowUpService;
import fr.medecinproche.appointment.Follower;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One visit as its doctor sees it: what remains to be done, and the next appointment.
 */
@Controller
class VisitController {

	private static final String VIEW = "medecin/visite";

	private static final String PAGE = "/medecin/rendez-vous/{id:\\d+}";

	private final OwnHalfDays own;

	private final Continuations continuations;

	private final ContinuationService follows;

	private final FollowUpService followUps;

	private final AttendanceService attendance;

	private final Clock clock;

	VisitController(OwnHalfDays own, Continuations continuations, ContinuationService follows,
			FollowUpService followUps, AttendanceService attendance, Clock clock) {
		this.own = own;
		this.continuations = continuations;
		this.follows = follows;
		this.followUps = followUps;
		this.attendance = attendance;
		this.clock = clock;
	}

	@GetMapping(PAGE)
	String see(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
		model.addAttribute("form", ContinuationForm.empty());
		show(this.own.visit(me, id), me, model);
		return VIEW;
	}

	@PostMapping(PAGE + "/suites")
	String note(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@Valid @ModelAttribute("form") ContinuationForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var visit = this.own.visit(me, id);
		form.check(followers(visit), errors, this.clock);
		if (!errors.hasErrors()) {
			try {
				this.follows.note(id, Objects.requireNonNull(form.what()), Objects.requireNonNull(form.follower()),
						form.due());
				redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("appointment.continuation.noted"));
				return "redirect:/medecin/rendez-vous/" + id;
			}
			catch (BookingRefusedException refusal) {
				errors.reject(refusal.getCodes()[0]);
			}
		}
		model.addAttribute("pageRefused", true);
		show(visit, me, model);
		return VIEW;
	}

	@DeleteMapping(PAGE + "/suites/{suite:\\d+}")
	String withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @PathVariable long suite,
			RedirectAttributes redirect) {
		var visit = this.own.visit(me, id);
		if (this.continuations.of(List.of(visit.getId())).stream().anyMatch((noted) -> noted.getId() == suite)) {
			this.follows.withdraw(suite);
		}
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("appointment.continuation.withdrawn"));
		return "redirect:/medecin/rendez-vous/" + id;
	}

	private void show(Appointment visit, SignedIn me, Model model) {
		model.addAttribute("visit", visit);
		model.addAttribute("patient", visit.getPatient());
		model.addAttribute("open", this.attendance.isOpen(visit.getSlot()));
		model.addAttribute("continuations", this.continuations.of(List.of(visit.getId())));
		model.addAttribute("kinds", ContinuationKind.values());
		model.addAttribute("followers", followers(visit));
		model.addAttribute("next", this.followUps.comingWith(this.own.doctor(me).getId(), visit));
	}

	/** Who has no « médecin traitant » cannot be followed by one. */
	private static List<Follower> followers(Appointment visit) {
		var patient = Objects.requireNonNull(visit.getPatient());
		return Arrays.stream(Follower.values())
			.filter((each) -> each != Follower.REGULAR_DOCTOR || patient.regularDoctor() != RegularDoctor.NO)
			.toList();
	}

}
