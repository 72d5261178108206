package fr.medecinproche.appointment.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.FollowUpService;
import fr.medecinproche.appointment.Offer;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * « Donner un prochain rendez-vous »: a doctor's own coming half-days, one press books.
 */
@Controller
class FollowUpController {

	private static final String VIEW = "medecin/prochain";

	private static final String PAGE = "/medecin/rendez-vous/{id:\\d+}/prochain";

	private final OwnHalfDays own;

	private final FollowUpService followUps;

	FollowUpController(OwnHalfDays own, FollowUpService followUps) {
		this.own = own;
		this.followUps = followUps;
	}

	@GetMapping(PAGE)
	String choose(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(defaultValue = "CONSULTATION") VisitKind motif, Model model) {
		show(me, id, motif, model);
		return VIEW;
	}

	@PostMapping(PAGE)
	String book(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam @Nullable String horaire,
			@RequestParam(defaultValue = "CONSULTATION") VisitKind motif, Model model, RedirectAttributes redirect) {
		var visit = this.own.visit(me, id);
		var time = ChosenTime.parse(horaire);
		if (time.isEmpty()) {
			return "redirect:/medecin/rendez-vous/" + id + "/prochain";
		}
		try {
			var booked = this.followUps.book(visit.getId(), this.own.doctor(me).getId(), time.get().slotId(),
					time.get().startsAt(), motif, me.accountId());
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("appointment.followUp.done"));
			return "redirect:/medecin/rendez-vous/" + booked.getId();
		}
		catch (BookingRefusedException refusal) {
			model.addAttribute("refusal", refusal);
			show(me, id, motif, model);
			return VIEW;
		}
	}

	private void show(SignedIn me, long id, VisitKind kind, Model model) {
		var visit = this.own.visit(me, id);
		var doctor = this.own.doctor(me).getId();
		model.addAttribute("visit", visit);
		model.addAttribute("patient", visit.getPatient());
		model.addAttribute("kind", kind);
		model.addAttribute("kinds", VisitKind.values());
		model.addAttribute("next", this.followUps.comingWith(doctor, visit));
		model.addAttribute("halfDays", byHalfDay(this.followUps.offers(doctor, visit, kind)));
	}

	private static List<List<Offer>> byHalfDay(List<Offer> offers) {
		return List.copyOf(offers.stream()
			.collect(Collectors.groupingBy((offer) -> offer.slot().getId(), LinkedHashMap::new, Collectors.toList()))
			.values());
	}

}
