package fr.medecinproche.territory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.TerritoryRefusedException;
import fr.medecinproche.territory.imports.ImportKind;
import fr.medecinproche.territory.imports.ImportLine.Outcome;
import fr.medecinproche.territory.imports.Imports;
import fr.medecinproche.territory.imports.TerritoryImport;
import fr.medecinproche.territory.zoning.ZoneImportService;
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
 * Lists of zones as files: bring one, see line by line what it would do, then apply it or
 * give it up.
 */
@Controller
class ZoneImportController {

	private static final String FORM = "ars/zones-import";

	private static final int LATEST = 10;

	private final Imports imports;

	private final ZoneImportService service;

	private final ZoneUpload upload;

	private final Clock clock;

	ZoneImportController(Imports imports, ZoneImportService service, ZoneUpload upload, Clock clock) {
		this.imports = imports;
		this.service = service;
		this.upload = upload;
		this.clock = clock;
	}

	@GetMapping("/ars/zones/import")
	String ask(@AuthenticationPrincipal SignedIn agent, Model model) {
		model.addAttribute("form", ImportForm.blank(LocalDate.now(this.clock)));
		return form(agent, model);
	}

	@PostMapping("/ars/zones/import")
	String bring(@AuthenticationPrincipal SignedIn agent, @Valid @ModelAttribute("form") ImportForm form,
			BindingResult errors, Model model) {
		form.check(LocalDate.now(this.clock), errors);
		var page = errors.hasErrors() ? null : this.upload.read(form, agent, errors);
		return (page != null) ? "redirect:" + page : form(agent, model);
	}

	private String form(SignedIn agent, Model model) {
		model.addAttribute("latest", this.imports.latest(ImportKind.ZONES, agent.perimeter(), LATEST));
		model.addAttribute("today", LocalDate.now(this.clock));
		return FORM;
	}

	@GetMapping("/ars/zones/import/{id:\\d{1,18}}")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@RequestParam(required = false) @Nullable String etat, @RequestParam(defaultValue = "0") int page,
			Model model) {
		var found = find(agent, id);
		var outcome = Outcomes.of(etat);
		model.addAttribute("brought", found);
		model.addAttribute("outcome", outcome);
		model.addAttribute("outcomes", List.of(Outcome.values()));
		model.addAttribute("lines", this.imports.lines(found, outcome, page));
		if (found.isOpen()) {
			model.addAttribute("effect", this.service.effect(found));
		}
		return "ars/zones-import-bilan";
	}

	@PostMapping("/ars/zones/import/{id:\\d{1,18}}/application")
	String apply(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		var found = find(agent, id);
		try {
			var page = this.upload.apply(found, agent);
			if (page.equals(ZoneUpload.page(id))) {
				redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("territory.import.applied"));
			}
			return "redirect:" + page;
		}
		catch (TerritoryRefusedException ex) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(ex));
			return "redirect:" + ZoneUpload.page(id);
		}
	}

	@DeleteMapping("/ars/zones/import/{id:\\d{1,18}}")
	String drop(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		try {
			this.service.drop(find(agent, id).id(), agent.perimeter(), agent.accountId());
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("territory.import.dropped"));
		}
		catch (TerritoryRefusedException ex) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(ex));
		}
		return "redirect:" + ZoneUpload.page(id);
	}

	private TerritoryImport find(SignedIn agent, long id) {
		return this.imports.find(ImportKind.ZONES, id, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
