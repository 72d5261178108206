package fr.medecinproche.volunteer.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.volunteer.FileAuthor;
import fr.medecinproche.volunteer.FileRefusedException;
import fr.medecinproche.volunteer.VolunteerService;
import fr.medecinproche.web.Flash;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The number a doctor bills under, typed by whoever has it at hand: the doctor, or an
 * agent.
 */
@Controller
class BillingNumberController {

	private final OwnFile own;

	private final AgencyFile file;

	private final VolunteerService service;

	BillingNumberController(OwnFile own, AgencyFile file, VolunteerService service) {
		this.own = own;
		this.file = file;
		this.service = service;
	}

	@PostMapping("/medecin/dossier/numero-am")
	String own(@AuthenticationPrincipal SignedIn me, @ModelAttribute("billing") BillingNumberForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (isNoted(this.own.of(me).getId(), form, FileAuthor.doctor(me.accountId()), errors)) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.billing.saved"));
			return "redirect:/medecin/dossier";
		}
		this.own.show(me, model);
		return "medecin/dossier";
	}

	@PostMapping("/ars/medecins/{id}/numero-am")
	String ofFile(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@ModelAttribute("billing") BillingNumberForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		this.file.of(id, agent);
		if (isNoted(id, form, FileAuthor.agent(agent.accountId()), errors)) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("volunteer.billing.saved"));
			return "redirect:/ars/medecins/" + id;
		}
		this.file.show(id, agent, model);
		return "ars/medecin";
	}

	private boolean isNoted(long volunteerId, BillingNumberForm form, FileAuthor author, BindingResult errors) {
		var number = form.read(errors);
		if (errors.hasErrors()) {
			return false;
		}
		try {
			this.service.noteBillingNumber(volunteerId, number, author);
			return true;
		}
		catch (FileRefusedException refusal) {
			errors.rejectValue("billingNumber", refusal.getCodes()[0]);
			return false;
		}
	}

}
