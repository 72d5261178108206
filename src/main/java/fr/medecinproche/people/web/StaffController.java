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
import fr.medecinproche.site.HostPlacement;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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

	private final HostPlacement placement;

	StaffController(StaffDirectory directory, StaffService service, StaffChoices choices, HostPlacement placement) {
		this.directory = directory;
		this.service = service;
		this.choices = choices;
		this.placement = placement;
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
		model.addAttribute("form", PostForm.of(member));
		return page(member, actor, model);
	}

	private String page(StaffMember member, SignedIn actor, Model model) {
		model.addAttribute("member", member);
		model.addAttribute("myself", member.id() == actor.accountId());
		model.addAttribute("perimeters", this.choices.perimeters(actor));
		model.addAttribute("everything", this.choices.everything(actor));
		model.addAttribute("roles", this.choices.rolesFor(member, actor));
		model.addAttribute("sites", this.choices.sites(actor));
		model.addAttribute("posts", this.placement.of(member.id()));
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

	@PostMapping(MEMBER + "/role")
	String assign(@AuthenticationPrincipal SignedIn actor, @PathVariable long id,
			@Valid @ModelAttribute("form") PostForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var found = find(id, actor);
		form.check(errors);
		if (errors.hasErrors()) {
			return page(found, actor, model);
		}
		return act(id, actor, "people.assigned", redirect, (member) -> this.service.assign(id, form.post(), actor));
	}

	@PostMapping(MEMBER + "/lieux")
	String entrust(@AuthenticationPrincipal SignedIn actor, @PathVariable long id, @RequestParam long lieu,
			RedirectAttributes redirect) {
		return act(id, actor, "people.entrusted", redirect, (member) -> this.service.entrust(id, lieu, actor));
	}

	@DeleteMapping(MEMBER + "/lieux/{lieu:\\d{1,18}}")
	String takeBack(@AuthenticationPrincipal SignedIn actor, @PathVariable long id, @PathVariable long lieu,
			RedirectAttributes redirect) {
		return act(id, actor, "people.takenBack", redirect, (member) -> this.service.takeBack(id, lieu, actor));
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
