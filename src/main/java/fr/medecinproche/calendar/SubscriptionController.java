package fr.medecinproche.calendar;

import fr.medecinproche.account.Secret;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.volunteer.Volunteers;
import fr.medecinproche.web.Flash;
import fr.medecinproche.web.ServiceSettings;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a doctor opens, replaces and closes the address of their calendar.
 */
@Controller
class SubscriptionController {

	private static final String VIEW = "medecin/abonnement";

	private static final String PAGE = "/medecin/agenda/abonnement";

	private final Volunteers volunteers;

	private final CalendarFeeds feeds;

	private final ServiceSettings settings;

	SubscriptionController(Volunteers volunteers, CalendarFeeds feeds, ServiceSettings settings) {
		this.volunteers = volunteers;
		this.feeds = feeds;
		this.settings = settings;
	}

	@GetMapping(PAGE)
	String see(@AuthenticationPrincipal SignedIn me, Model model) {
		show(volunteerOf(me), model);
		return VIEW;
	}

	/**
	 * Shows the address at once instead of redirecting: on its way to another page it
	 * would be kept in a session, hence in the database. The page carried the secret, so
	 * that pressed twice the button opens one address.
	 */
	@PostMapping(PAGE)
	String open(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String cle, Model model,
			HttpServletResponse response) {
		var volunteerId = volunteerOf(me);
		if (!cle.matches("[A-Za-z0-9_-]{24}")) {
			return "redirect:" + PAGE;
		}
		this.feeds.open(volunteerId, Secret.of(cle));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("Referrer-Policy", "no-referrer");
		model.addAttribute("address", this.settings.address().replaceFirst("/+$", "") + "/agenda/" + cle + ".ics");
		show(volunteerId, model);
		return VIEW;
	}

	@DeleteMapping(PAGE)
	String close(@AuthenticationPrincipal SignedIn me, RedirectAttributes redirect) {
		this.feeds.close(volunteerOf(me));
		redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.success("calendar.subscription.closed"));
		return "redirect:" + PAGE;
	}

	private void show(long volunteerId, Model model) {
		model.addAttribute("openedAt", this.feeds.openedAt(volunteerId).orElse(null));
		model.addAttribute("key", Secret.random().value());
	}

	private long volunteerOf(SignedIn me) {
		return this.volunteers.signedIn(me).getId();
	}

}
