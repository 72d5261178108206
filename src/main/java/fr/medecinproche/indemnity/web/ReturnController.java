package fr.medecinproche.indemnity.web;

import java.util.List;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.ReturnPlan;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.MonthlyCap;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.web.Flash;
import fr.medecinproche.web.Words;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Coming again next month: shown, then taken in one press, all or nothing.
 */
@Controller
class ReturnController {

	private final OwnStatements own;

	private final ReturnPlan plan;

	private final SchedulingService scheduling;

	private final HalfDaySlots slots;

	private final Words words;

	ReturnController(OwnStatements own, ReturnPlan plan, SchedulingService scheduling, HalfDaySlots slots,
			Words words) {
		this.own = own;
		this.plan = plan;
		this.scheduling = scheduling;
		this.slots = slots;
		this.words = words;
	}

	@GetMapping("/medecin/retour")
	String show(@AuthenticationPrincipal SignedIn me, Model model) {
		model.addAttribute("plan", this.plan.of(this.own.doctor(me).getId()).orElse(null));
		return "medecin/retour";
	}

	@PostMapping("/medecin/retour")
	String take(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") List<Long> creneaux,
			RedirectAttributes redirect) {
		if (creneaux.size() > MonthlyCap.HALF_DAYS) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		if (creneaux.isEmpty()) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error("indemnity.return.nothing"));
			return "redirect:/medecin/retour";
		}
		var doctor = this.own.doctor(me).getId();
		try {
			return taken(this.scheduling.take(doctor, creneaux), redirect);
		}
		catch (SchedulingRefusedException refusal) {
			var wanted = this.slots.findByIdIn(creneaux);
			if (!wanted.isEmpty() && wanted.stream().allMatch((slot) -> slot.isTakenBy(doctor))) {
				return taken(wanted, redirect);
			}
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
			return "redirect:/medecin/retour";
		}
	}

	private String taken(List<HalfDaySlot> taken, RedirectAttributes redirect) {
		var month = taken.getFirst().getMonth();
		redirect.addFlashAttribute(Flash.ATTRIBUTE,
				Flash.success("indemnity.return.done", taken.size(), this.words.month(month)));
		redirect.addAttribute("mois", month.toString());
		return "redirect:/medecin/agenda";
	}

}
