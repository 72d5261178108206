package fr.medecinproche.site.proposal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The agency reads what was proposed, asks, accepts or declines.
 */
@Controller
@RequestMapping("/ars/lieux/propositions")
class SiteProposalReviewController {

	private static final int PAGE_SIZE = 20;

	private static final String BACK = "redirect:/ars/lieux/propositions/";

	private static final String VIEW = "ars/proposition";

	private static final Set<ProposalStatus> OPEN = Set.of(ProposalStatus.TO_REVIEW, ProposalStatus.ASKED);

	private static final Set<ProposalStatus> DECIDED = Set.of(ProposalStatus.ACCEPTED, ProposalStatus.DECLINED);

	private final SiteProposals proposals;

	private final SiteProposalService service;

	private final ConsultationSites sites;

	SiteProposalReviewController(SiteProposals proposals, SiteProposalService service, ConsultationSites sites) {
		this.proposals = proposals;
		this.service = service;
		this.sites = sites;
	}

	@GetMapping
	String list(@AuthenticationPrincipal SignedIn agent, @RequestParam(defaultValue = "false") boolean decidees,
			@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("decided", decidees);
		model.addAttribute("rows", this.proposals.within(agent.perimeter(), decidees ? DECIDED : OPEN,
				PageRequest.of(Math.clamp(page, 0, 10_000), PAGE_SIZE)));
		return "ars/propositions";
	}

	@GetMapping("/{id:\\d+}")
	String read(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, Model model) {
		return show(id, agent, model);
	}

	@PostMapping("/{id:\\d+}/acceptation")
	String accept(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@Valid @ModelAttribute("acceptance") PhoneForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var phone = PhoneNumber.parse(form.phone());
		if (phone.isEmpty() && !errors.hasErrors()) {
			errors.rejectValue("phone", "site.form.phone.invalid");
		}
		if (errors.hasErrors()) {
			return show(id, agent, model);
		}
		try {
			var site = this.service.accept(id, agent.perimeter(), phone.orElseThrow())
				.orElseThrow(SiteProposalReviewController::notFound);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("site.proposals.accepted", site.getNom()));
			return "redirect:/ars/lieux/" + site.getId();
		}
		catch (SiteRefusedException ex) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(ex));
			return BACK + id;
		}
	}

	@PostMapping("/{id:\\d+}/question")
	String ask(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@Valid @ModelAttribute("question") WordsForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (errors.hasErrors() || form.text() == null) {
			return show(id, agent, model);
		}
		return decided(id, () -> this.service.ask(id, agent.perimeter(), form.text().strip()), "site.proposals.asked",
				redirect);
	}

	@PostMapping("/{id:\\d+}/refus")
	String decline(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@Valid @ModelAttribute("refusal") WordsForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (errors.hasErrors() || form.text() == null) {
			return show(id, agent, model);
		}
		return decided(id, () -> this.service.decline(id, agent.perimeter(), form.text().strip()),
				"site.proposals.declined", redirect);
	}

	private static String decided(long id, Supplier<Optional<SiteProposal>> act, String done,
			RedirectAttributes redirect) {
		try {
			act.get().orElseThrow(SiteProposalReviewController::notFound);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success(done));
		}
		catch (SiteRefusedException ex) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(ex));
		}
		return BACK + id;
	}

	private String show(long id, SignedIn agent, Model model) {
		var proposal = this.proposals.findById(id, agent.perimeter())
			.orElseThrow(SiteProposalReviewController::notFound);
		var insee = proposal.getPlace().commune().getInsee();
		model.addAttribute("proposal", proposal);
		// forms nobody has typed in yet; the one that came back stays as it was typed
		var typed = model.asMap();
		typed.putIfAbsent("acceptance", PhoneForm.of(proposal.getPlace().phone()));
		typed.putIfAbsent("question", new WordsForm(null));
		typed.putIfAbsent("refusal", new WordsForm(null));
		model.addAttribute("alike", this.proposals.ofSameCommune(insee, id));
		var zone = proposal.getPlace().commune().getZone();
		model.addAttribute("sites",
				(zone == null) ? List.of()
						: this.sites.inZone(zone.getSiren())
							.stream()
							.filter((site) -> site.getCommune().getInsee().equals(insee))
							.toList());
		return VIEW;
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

	/**
	 * The number everybody will read, so never that of whoever proposed the place unless
	 * an agent types it.
	 *
	 * @param phone as typed
	 */
	record PhoneForm(@NotBlank @Nullable String phone) {

		static PhoneForm of(@Nullable PhoneNumber phone) {
			return new PhoneForm((phone != null) ? phone.toString() : null);
		}

	}

	/**
	 * A question, or a reason.
	 *
	 * @param text as typed
	 */
	record WordsForm(@NotBlank @Size(max = 1000) @Nullable String text) {
	}

}
