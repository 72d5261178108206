package fr.medecinproche.territory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.territory.TerritoryRefusedException;
import fr.medecinproche.territory.imports.ImportKind;
import fr.medecinproche.territory.imports.ImportLine.Outcome;
import fr.medecinproche.territory.imports.Imports;
import fr.medecinproche.territory.imports.NewImport;
import fr.medecinproche.territory.imports.TerritoryImport;
import fr.medecinproche.territory.need.NeedImportService;
import fr.medecinproche.web.Flash;
import fr.medecinproche.web.UploadRefusedException;
import fr.medecinproche.web.UploadedTable;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Values of the five criteria as a file: bring it, see line by line what it says, then
 * apply it or give it up. There are fewer zones than lines that would take long.
 */
@Controller
class NeedImportController {

	private static final int LATEST = 10;

	private final Imports imports;

	private final NeedImportService service;

	private final Clock clock;

	NeedImportController(Imports imports, NeedImportService service, Clock clock) {
		this.imports = imports;
		this.service = service;
		this.clock = clock;
	}

	/**
	 * The file somebody brings.
	 *
	 * @param file a table
	 */
	record FileForm(@Nullable MultipartFile file) {
	}

	@GetMapping("/ars/besoin/import")
	String ask(@AuthenticationPrincipal SignedIn agent, Model model) {
		model.addAttribute("form", new FileForm(null));
		return form(agent, model);
	}

	@PostMapping("/ars/besoin/import")
	String bring(@AuthenticationPrincipal SignedIn agent, @ModelAttribute("form") FileForm form, BindingResult errors,
			Model model) {
		try {
			var table = UploadedTable.read(form.file(), NeedImportService.COLUMNS);
			var name = Objects.requireNonNullElse(Objects.requireNonNull(form.file()).getOriginalFilename(), "");
			var asked = new NewImport(ImportKind.NEED, name, table.ignored(), agent.perimeter(), false,
					LocalDate.now(this.clock), agent.accountId());
			return page(this.service.read(table.rows(), asked, (some) -> {
			}));
		}
		catch (UploadRefusedException ex) {
			errors.rejectValue("file", Objects.requireNonNull(ex.getCodes())[0], ex.getArguments(), null);
			return form(agent, model);
		}
	}

	private static String page(long id) {
		return "redirect:/ars/besoin/import/" + id;
	}

	private String form(SignedIn agent, Model model) {
		model.addAttribute("latest", this.imports.latest(ImportKind.NEED, agent.perimeter(), LATEST));
		return "ars/besoin-import";
	}

	@GetMapping("/ars/besoin/import/{id:\\d{1,18}}")
	String show(@AuthenticationPrincipal SignedIn agent, @PathVariable long id,
			@RequestParam(required = false) @Nullable String etat, @RequestParam(defaultValue = "0") int page,
			Model model) {
		var found = find(agent, id);
		var outcome = Outcomes.of(etat);
		model.addAttribute("brought", found);
		model.addAttribute("outcome", outcome);
		model.addAttribute("outcomes", List.of(Outcome.values()));
		model.addAttribute("lines", this.imports.lines(found, outcome, page));
		model.addAttribute("outdated", found.isOpen() && this.service.isOutdated(found));
		return "ars/besoin-import-bilan";
	}

	@PostMapping("/ars/besoin/import/{id:\\d{1,18}}/application")
	String apply(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		find(agent, id);
		try {
			this.service.apply(id, agent.perimeter(), agent.accountId());
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("territory.need.import.applied"));
		}
		catch (TerritoryRefusedException ex) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(ex));
		}
		return page(id);
	}

	@DeleteMapping("/ars/besoin/import/{id:\\d{1,18}}")
	String drop(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, RedirectAttributes redirect) {
		find(agent, id);
		try {
			this.service.drop(id, agent.perimeter(), agent.accountId());
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("territory.import.dropped"));
		}
		catch (TerritoryRefusedException ex) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(ex));
		}
		return page(id);
	}

	private TerritoryImport find(SignedIn agent, long id) {
		return this.imports.find(ImportKind.NEED, id, agent.perimeter())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
