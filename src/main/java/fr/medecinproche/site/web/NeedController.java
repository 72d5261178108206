package fr.medecinproche.site.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.DayPart;
import fr.medecinproche.site.SiteNeeds;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.need.NeedService;
import fr.medecinproche.site.need.SiteWishes;
import fr.medecinproche.web.Flash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The help a site wants, and when it wants none: said by its host, or by the agency for a
 * site without one.
 */
@Controller("siteNeedController")
class NeedController {

	private static final String AGENCY = "/ars/lieux/{id:\\d+}/besoins";

	private static final String HOST = "/lieu/besoins";

	private static final String VIEW = "lieu/besoins";

	private final SiteAccess access;

	private final SiteNeeds needs;

	private final SiteWishes wishes;

	private final NeedService service;

	private final Clock clock;

	NeedController(SiteAccess access, SiteNeeds needs, SiteWishes wishes, NeedService service, Clock clock) {
		this.access = access;
		this.needs = needs;
		this.wishes = wishes;
		this.service = service;
		this.clock = clock;
	}

	@GetMapping({ AGENCY, HOST })
	String ask(@AuthenticationPrincipal SignedIn who, @PathVariable(required = false) @Nullable Long id, Model model) {
		var seen = this.access.of(who, id, model);
		model.addAttribute("form", new NobodyForm(null, null, null, null));
		model.addAttribute("wish", new WishForm(null, null, null));
		return show(seen, model);
	}

	@PostMapping({ AGENCY + "/semaine", HOST + "/semaine" })
	String wish(@AuthenticationPrincipal SignedIn who, @PathVariable(required = false) @Nullable Long id,
			@Valid @ModelAttribute("wish") WishForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var seen = this.access.of(who, id, model);
		if (!errors.hasErrors()) {
			try {
				this.service.wish(seen.id(), Objects.requireNonNull(form.monday()), form.halfDays(),
						textOrNull(form.note()));
				return back(seen, Flash.success("site.needs.saved"), redirect);
			}
			catch (SiteRefusedException ex) {
				errors.reject(ex.getCodes()[0]);
			}
		}
		model.addAttribute("form", new NobodyForm(null, null, null, null));
		return show(seen, model);
	}

	@PostMapping({ AGENCY + "/absences", HOST + "/absences" })
	String wantNobody(@AuthenticationPrincipal SignedIn who, @PathVariable(required = false) @Nullable Long id,
			@Valid @ModelAttribute("form") NobodyForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var seen = this.access.of(who, id, model);
		if (!errors.hasErrors()) {
			try {
				int taken = this.service.wantNobody(seen.id(), Objects.requireNonNull(form.from()), form.last(),
						form.period(), Objects.requireNonNull(form.reason()).strip());
				return back(seen, (taken == 0) ? Flash.success("site.needs.nobody.saved")
						: Flash.warning("site.needs.nobody.taken", taken), redirect);
			}
			catch (SiteRefusedException ex) {
				errors.rejectValue("until", ex.getCodes()[0]);
			}
		}
		model.addAttribute("wish", new WishForm(null, null, null));
		return show(seen, model);
	}

	@DeleteMapping({ AGENCY + "/absences/{number:\\d+}", HOST + "/absences/{number:\\d+}" })
	String wantAgain(@AuthenticationPrincipal SignedIn who, @PathVariable(required = false) @Nullable Long id,
			@PathVariable long number, Model model, RedirectAttributes redirect) {
		var seen = this.access.of(who, id, model);
		if (!this.service.wantAgain(seen.id(), number)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return back(seen, Flash.success("site.needs.nobody.back"), redirect);
	}

	private static String back(SiteAccess.Seen seen, Flash said, RedirectAttributes redirect) {
		redirect.addFlashAttribute(Flash.ATTRIBUTE, said);
		return "redirect:" + seen.base() + "/besoins";
	}

	private String show(SiteAccess.Seen seen, Model model) {
		model.addAttribute("weeks", this.wishes.weeks(seen.id()));
		model.addAttribute("noNeeds", this.needs.comingNoNeeds(seen.id()));
		model.addAttribute("unwanted", this.wishes.unwantedTaken(seen.id()));
		model.addAttribute("periods", DayPart.values());
		model.addAttribute("today", LocalDate.now(this.clock));
		return VIEW;
	}

	private static @Nullable String textOrNull(@Nullable String typed) {
		return StringUtils.hasText(typed) ? typed.strip() : null;
	}

	/**
	 * How much help is wanted in a week.
	 *
	 * @param monday the first day of the week
	 * @param halfDays how many, nothing to take back what was said
	 * @param note anything else
	 */
	record WishForm(@NotNull @Nullable LocalDate monday, @Min(1) @Max(40) @Nullable Integer halfDays,
			@Size(max = 300) @Nullable String note) {
	}

	/**
	 * When nobody is wanted.
	 *
	 * @param from the first day
	 * @param until the last day, nothing when it is one day
	 * @param period only mornings or afternoons, nothing for whole days
	 * @param reason why
	 */
	record NobodyForm(@NotNull @Nullable LocalDate from, @Nullable LocalDate until, @Nullable DayPart period,
			@NotBlank @Size(max = 300) @Nullable String reason) {

		LocalDate last() {
			return (this.until != null) ? this.until : Objects.requireNonNull(this.from);
		}

	}

}
