package fr.medecinproche.people.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;

import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.people.PeopleRefusedException;
import fr.medecinproche.people.StaffDirectory;
import fr.medecinproche.people.StaffFilter;
import fr.medecinproche.people.StaffMember;
import fr.medecinproche.people.StaffService;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Those who work here, and what an agent or an administrator may do to them.
 */
@Controller
class StaffController {

	private static final String MEMBER = "/ars/comptes/{id:\\d{1,18}}";

	private final StaffDirectory directory;

	private final StaffService service;

	private final StaffChoices choices;

	StaffController(StaffDirectory directory, StaffService service, StaffChoices choices) {
		this.directory = directory;
		this.service = service;
		this.choices = choices;
	}

	@GetMapping("/ars/comptes")
	String list(@AuthenticationPrincipal SignedIn actor, @RequestParam @Nullable String q,
			@RequestParam @Nullable String role, @RequestParam @Nullable String perimetre,
			@RequestParam @Nullable String etat, @RequestParam(defaultValue = "0") int page, Model model) {
		var filter = new StaffFilter(Typed.orNull(q), role(role), Typed.orNull(perimetre),
				"suspendu".equals(etat) ? Boolean.TRUE : "actif".equals(etat) ? Boolean.FALSE : null);
		model.addAttribute("filter", filter);
		model.addAttribute("rows", this.directory.page(filter, actor, page));
		model.addAttribute("waiting", this.directory.countWaiting(actor));
		model.addAttribute("roles", this.choices.roles(actor));
		model.addAttribute("perimeters", this.choices.perimeters(actor));
		return "ars/comptes";
	}

	private static @Nullable Role role(@Nullable String typed) {
		return Arrays.stream(Role.values()).filter((each) -> each.name().equals(typed)).findFirst().orElse(null);
	}

	@GetMapping(MEMBER)
	String show(@AuthenticationPrincipal SignedIn actor, @PathVariable long id, Model model) {
		var member = find(id, actor);
		model.addAttribute("member", member);
		model.addAttribute("myself", id == actor.accountId());
		model.addAttribute("perimeters", this.choices.perimeters(actor));
		model.addAttribute("everything", this.choices.everything(actor));
		if (member.role() == Role.HOST) {
			model.addAttribute("sites", this.choices.sites(actor));
		}
		return "ars/compte";
	}

	@PostMapping(MEMBER + "/suspension")
	String suspend(@AuthenticationPrincipal SignedIn actor, @PathVariable long id, RedirectAttributes redirect) {
		return act(id, actor, "people.suspended", redirect, (member) -> this.service.suspend(id, actor));
	}

	@DeleteMapping(MEMBER + "/suspension")
	String reinstate(@AuthenticationPrincipal SignedIn actor, @PathVariable long id, RedirectAttributes redirect) {
		return act(id, actor, "people.reinstated", redirect, (member) -> this.service.reinstate(id, actor));
	}

	@PostMapping(MEMBER + "/perimetre")
	String narrow(@AuthenticationPrincipal SignedIn actor, @PathVariable long id,
			@RequestParam(defaultValue = "") String perimetre, RedirectAttributes redirect) {
		return act(id, actor, "people.narrowed", redirect,
				(member) -> this.service.narrow(id, Typed.orNull(perimetre), actor));
	}

	@PostMapping(MEMBER + "/lieu")
	String move(@AuthenticationPrincipal SignedIn actor, @PathVariable long id, @RequestParam long lieu,
			RedirectAttributes redirect) {
		return act(id, actor, "people.moved", redirect, (member) -> this.service.move(id, lieu, actor));
	}

	/** Whoever is out of reach afterwards is no longer found: back to the list. */
	private String act(long id, SignedIn actor, String done, RedirectAttributes redirect, Consumer<StaffMember> deed) {
		var member = find(id, actor);
		try {
			deed.accept(member);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success(done, member.displayName()));
		}
		catch (PeopleRefusedException refusal) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal));
		}
		return this.directory.find(id, actor).isPresent() ? "redirect:/ars/comptes/" + id : "redirect:/ars/comptes";
	}

	private StaffMember find(long id, SignedIn actor) {
		return Objects.requireNonNull(
				this.directory.find(id, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
	}

}
