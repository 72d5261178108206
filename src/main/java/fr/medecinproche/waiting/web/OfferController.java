package fr.medecinproche.waiting.web;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.waiting.NoSuchWaitException;
import fr.medecinproche.waiting.OfferService;
import fr.medecinproche.waiting.WaitingAccess;
import fr.medecinproche.waiting.WaitingOffers;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * « Un rendez-vous est gardé pour vous »: take it, or leave it to the next person.
 */
@Controller
class OfferController {

	private final WaitingAccess access;

	private final WaitingOffers offers;

	private final OfferService answers;

	private final OfferPage page;

	OfferController(WaitingAccess access, WaitingOffers offers, OfferService answers, OfferPage page) {
		this.access = access;
		this.offers = offers;
		this.answers = answers;
		this.page = page;
	}

	@GetMapping("/alertes/{secret}/offre")
	String show(@PathVariable String secret, @RequestParam(required = false) @Nullable Reason refus, Model model) {
		var entry = this.access.open(Secret.of(secret)).orElseThrow(NoSuchWaitException::new);
		model.addAttribute("secret", secret);
		model.addAttribute("refusal", refus);
		return this.offers.latestOf(entry.getId(), Limit.of(1)).stream().findFirst().map((offer) -> {
			this.page.show(offer, model);
			return "patient/alerte-offre";
		}).orElse("redirect:/alertes/{secret}");
	}

	@PostMapping("/alertes/{secret}/offre")
	String accept(@PathVariable String secret, @RequestParam long offre,
			@RequestParam(required = false) @Nullable Long alaplacede, RedirectAttributes redirect) {
		try {
			var booking = this.answers.accept(Secret.of(secret), offre, alaplacede);
			redirect.addAttribute("link", booking.link().value());
			return "redirect:/rendez-vous/{link}";
		}
		catch (BookingRefusedException refusal) {
			redirect.addAttribute("refus", refusal.reason());
			return "redirect:/alertes/{secret}/offre";
		}
	}

	@DeleteMapping("/alertes/{secret}/offre")
	String decline(@PathVariable String secret, @RequestParam long offre) {
		this.answers.decline(Secret.of(secret), offre);
		return "redirect:/alertes/{secret}/offre";
	}

}
