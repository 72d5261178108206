package fr.medecinproche.site.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.preparation.Party;
import fr.medecinproche.site.preparation.PreparationService;
import fr.medecinproche.site.preparation.ReadinessItem;
import fr.medecinproche.site.preparation.ReadinessLine;
import fr.medecinproche.site.preparation.ReadinessNote;
import fr.medecinproche.site.preparation.ReadinessState;
import fr.medecinproche.site.preparation.SitePreparation;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a site still needs before doctors come, one line at a time. The agency writes
 * every line; the host ticks those that are the place's or the commune's to do.
 */
@Controller
class PreparationController {

	private static final String LINE = "/preparation/{item}";

	private final SiteAccess access;

	private final SitePreparation preparation;

	private final PreparationService service;

	private final Clock clock;

	PreparationController(SiteAccess access, SitePreparation preparation, PreparationService service, Clock clock) {
		this.access = access;
		this.preparation = preparation;
		this.service = service;
		this.clock = clock;
	}

	@GetMapping("/lieu/preparation")
	String list(@AuthenticationPrincipal SignedIn host, Model model) {
		var seen = this.access.of(host, null, model);
		var lines = this.preparation.of(seen.id());
		model.addAttribute("lines", lines.stream().filter(PreparationController::isTheHosts).toList());
		model.addAttribute("others", lines.stream().filter((line) -> !isTheHosts(line)).toList());
		model.addAttribute("today", LocalDate.now(this.clock));
		return "lieu/preparation";
	}

	private static boolean isTheHosts(ReadinessLine line) {
		return line.party() != Party.AGENCY;
	}

	@GetMapping({ "/ars/lieux/{id:\\d+}" + LINE, "/lieu" + LINE })
	String edit(@AuthenticationPrincipal SignedIn who, @PathVariable(required = false) @Nullable Long id,
			@PathVariable String item, Model model) {
		var line = line(this.access.of(who, id, model), item, model);
		model.addAttribute("form", LineForm.of(line));
		return show(model);
	}

	@PostMapping({ "/ars/lieux/{id:\\d+}" + LINE, "/lieu" + LINE })
	String write(@AuthenticationPrincipal SignedIn who, @PathVariable(required = false) @Nullable Long id,
			@PathVariable String item, @Valid @ModelAttribute("form") LineForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var seen = this.access.of(who, id, model);
		var line = line(seen, item, model);
		if (!errors.hasErrors() && write(seen, line, form, errors)) {
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("site.preparation.saved"));
			return "redirect:" + back(seen);
		}
		return show(model);
	}

	private boolean write(SiteAccess.Seen seen, ReadinessLine line, LineForm form, BindingResult errors) {
		try {
			this.service.note(seen.id(), line.item(), form.note(seen.byAgency() ? null : line.party()));
			return true;
		}
		catch (SiteRefusedException ex) {
			errors.rejectValue("note", ex.getCodes()[0]);
			return false;
		}
	}

	@PostMapping({ "/ars/lieux/{id:\\d+}" + LINE + "/fait", "/lieu" + LINE + "/fait" })
	String done(@AuthenticationPrincipal SignedIn who, @PathVariable(required = false) @Nullable Long id,
			@PathVariable String item, Model model, RedirectAttributes redirect) {
		var seen = this.access.of(who, id, model);
		this.service.done(seen.id(), line(seen, item, model).item());
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("site.preparation.saved"));
		return "redirect:" + back(seen);
	}

	private static String back(SiteAccess.Seen seen) {
		return seen.byAgency() ? seen.base() + "#preparation" : "/lieu/preparation";
	}

	/** A line of somebody else is not found. */
	private ReadinessLine line(SiteAccess.Seen seen, String path, Model model) {
		var line = ReadinessItem.of(path)
			.flatMap((item) -> this.preparation.of(seen.id(), item))
			.filter((it) -> seen.byAgency() || isTheHosts(it))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("line", line);
		return line;
	}

	private static String show(Model model) {
		model.addAttribute("states", ReadinessState.values());
		model.addAttribute("parties", Party.values());
		return "lieu/preparation-ligne";
	}

	/**
	 * What is typed of a line.
	 *
	 * @param state where it stands
	 * @param party who has to do it; a host does not say
	 * @param responsible a name, if known
	 * @param due until when, if agreed
	 * @param note anything else
	 */
	record LineForm(@NotNull @Nullable ReadinessState state, @Nullable Party party,
			@Size(max = 120) @Nullable String responsible, @Nullable LocalDate due,
			@Size(max = 300) @Nullable String note) {

		static LineForm of(ReadinessLine line) {
			return new LineForm(line.state(), line.party(), line.responsible(), line.due(), line.note());
		}

		ReadinessNote note(@Nullable Party fixed) {
			var whose = (fixed != null) ? fixed : Objects.requireNonNullElse(this.party, Party.AGENCY);
			return new ReadinessNote(Objects.requireNonNull(this.state), whose, textOrNull(this.responsible), this.due,
					textOrNull(this.note));
		}

		private static @Nullable String textOrNull(@Nullable String typed) {
			return StringUtils.hasText(typed) ? typed.strip() : null;
		}

	}

}
