package fr.medecinproche.appointment.web;

import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.site.ConsultationSite;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where patients go on from a time they cannot have.
 */
final class Redirects {

	private Redirects() {
	}

	/**
	 * To the free times of the same site.
	 * @param site the site
	 * @param kind the kind of visit they came for
	 * @param reason why they could not have the time, null when they did not want it
	 * @param redirect takes the parameters of the address
	 * @return the view
	 */
	static String toOtherTimes(ConsultationSite site, VisitKind kind, @Nullable Reason reason,
			RedirectAttributes redirect) {
		redirect.addAttribute("slug", site.getSlug());
		redirect.addAttribute("motif", kind);
		if (reason != null) {
			redirect.addAttribute("refus", reason);
		}
		return "redirect:/lieux/{slug}";
	}

}
