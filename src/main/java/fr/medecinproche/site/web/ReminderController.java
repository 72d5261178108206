package fr.medecinproche.site.web;

import java.time.LocalDate;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.SiteRefusedException;
import fr.medecinproche.site.preparation.HostReminders;
import fr.medecinproche.site.preparation.PreparationService;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * An agent says until when a site is to be ready, and has its people reminded.
 */
@Controller
class ReminderController {

	private final SiteAccess access;

	private final HostReminders reminders;

	private final PreparationService preparation;

	ReminderController(SiteAccess access, HostReminders reminders, PreparationService preparation) {
		this.access = access;
		this.reminders = reminders;
		this.preparation = preparation;
	}

	@PostMapping("/ars/lieux/{id:\\d+}/rappel")
	String remind(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, Model model,
			RedirectAttributes redirect) {
		var seen = this.access.of(agent, id, model);
		return back(seen, redirect, () -> {
			this.reminders.remind(id);
			return Flash.success("site.reminder.sent", seen.site().getNom());
		});
	}

	@PostMapping("/ars/lieux/{id:\\d+}/echeance")
	String agree(@AuthenticationPrincipal SignedIn agent, @PathVariable long id, @ModelAttribute DueForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		var seen = this.access.of(agent, id, model);
		return back(seen, redirect, () -> (form.due() == null) ? Flash.error("site.due.invalid")
				: Flash.success("site.due.saved", this.preparation.agree(id, form.due())));
	}

	private static String back(SiteAccess.Seen seen, RedirectAttributes redirect, Act act) {
		redirect.addFlashAttribute(Flash.ATTRIBUTE, outcome(act));
		return "redirect:" + seen.base() + "#preparation";
	}

	private static Flash outcome(Act act) {
		try {
			return act.done();
		}
		catch (SiteRefusedException ex) {
			return Flash.error(ex);
		}
	}

	/** What is done, and said afterwards. */
	private interface Act {

		Flash done();

	}

	/**
	 * Until when all that is missing is to be there.
	 *
	 * @param due a day
	 */
	record DueForm(@Nullable LocalDate due) {

	}

}
