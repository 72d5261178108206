package fr.medecinproche.site.proposal;

import java.util.Locale;
import java.util.Optional;

import fr.medecinproche.account.Secret;
import fr.medecinproche.site.Equipment;
import fr.medecinproche.site.SiteKind;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.CommuneField;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * « Proposer un lieu », for communes and health centres, without an account. Opening the
 * link of the mail only shows a button, because mail scanners open links too.
 */
@Controller
@RequestMapping("/proposer-un-lieu")
class SiteProposalController {

	private static final String FORM = "site/proposer";

	private static final String NEXT = "site/suite";

	private final SiteProposals proposals;

	private final SiteProposalService service;

	private final ProposalBrake brake;

	private final CommuneField communes;

	SiteProposalController(SiteProposals proposals, SiteProposalService service, ProposalBrake brake,
			CommuneField communes) {
		this.proposals = proposals;
		this.service = service;
		this.brake = brake;
		this.communes = communes;
	}

	@ModelAttribute("kinds")
	SiteKind[] kinds() {
		return SiteKind.values();
	}

	@ModelAttribute("equipments")
	Equipment[] equipments() {
		return Equipment.values();
	}

	@GetMapping
	String blank(Model model) {
		model.addAttribute("form", ProposalForm.BLANK);
		return FORM;
	}

	/** A machine is thanked like anybody, and nothing is kept. */
	@PostMapping
	String propose(@Valid @ModelAttribute("form") ProposalForm form, BindingResult errors, Model model,
			HttpServletRequest request, Locale locale) {
		if (form.isByMachine()) {
			return thanks(null);
		}
		var commune = this.communes.read("commune", form.commune(), form.communeCode(), errors, model);
		form.check(errors);
		if (!errors.hasErrors() && this.brake.isTooMuch(request.getRemoteAddr())) {
			errors.reject("site.refusal." + SiteRefusedException.Reason.TOO_MANY_PROPOSALS);
		}
		if (errors.hasErrors() || !propose(form, commune.orElseThrow(), locale, errors)) {
			return FORM;
		}
		return thanks(commune.orElseThrow());
	}

	private boolean propose(ProposalForm form, Commune commune, Locale locale, BindingResult errors) {
		try {
			this.service.propose(form.place(commune), form.proposer(), locale);
			return true;
		}
		catch (SiteRefusedException ex) {
			errors.reject(ex.getCodes()[0]);
			return false;
		}
		catch (DataIntegrityViolationException ex) {
			// a second click: the first was kept
			return true;
		}
	}

	private static String thanks(@Nullable Commune commune) {
		boolean elsewhere = commune != null && (commune.getZone() == null || !commune.getZone().isPriority());
		return "redirect:/proposer-un-lieu/merci" + (elsewhere ? "?zone=hors" : "");
	}

	@GetMapping("/merci")
	String thanked(@RequestParam(defaultValue = "") String zone, Model model) {
		model.addAttribute("outside", "hors".equals(zone));
		return "site/merci";
	}

	@GetMapping("/suite/{secret}")
	String next(@PathVariable String secret, Model model) {
		model.addAttribute("form", new AnswerForm(null));
		return show(secret, this.proposals.findByLink(Secret.of(secret).hash()), model);
	}

	@PostMapping("/suite/{secret}/confirmation")
	String confirm(@PathVariable String secret) {
		if (this.service.confirm(Secret.of(secret)).isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return "redirect:/proposer-un-lieu/suite/" + secret;
	}

	@PostMapping("/suite/{secret}/reponse")
	String answer(@PathVariable String secret, @Valid @ModelAttribute("form") AnswerForm form, BindingResult errors,
			Model model) {
		var link = Secret.of(secret);
		if (errors.hasErrors() || form.answer() == null) {
			return show(secret, this.proposals.findByLink(link.hash()), model);
		}
		try {
			if (this.service.answer(link, form.answer().strip()).isEmpty()) {
				throw new ResponseStatusException(HttpStatus.NOT_FOUND);
			}
		}
		catch (SiteRefusedException ex) {
			// a second click: the page says what became of the first
		}
		return "redirect:/proposer-un-lieu/suite/" + secret;
	}

	private static String show(String secret, Optional<SiteProposal> found, Model model) {
		model.addAttribute("secret", secret);
		model.addAttribute("proposal", found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		return NEXT;
	}

	/**
	 * What is answered to the agency.
	 *
	 * @param answer as typed
	 */
	record AnswerForm(@NotBlank @Size(max = 1000) @Nullable String answer) {
	}

}
