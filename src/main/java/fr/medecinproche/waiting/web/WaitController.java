package fr.medecinproche.waiting.web;

import java.time.Clock;
import java.time.LocalDate;

import fr.medecinproche.account.Secret;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.waiting.NoSuchWaitException;
import fr.medecinproche.waiting.OfferService;
import fr.medecinproche.waiting.WaitingAccess;
import fr.medecinproche.waiting.WaitingEntry;
import fr.medecinproche.waiting.WaitingOffers;
import fr.medecinproche.waiting.WaitingOrder;
import fr.medecinproche.waiting.WaitingService;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page of somebody who waits, behind the link they alone have.
 */
@Controller
class WaitController {

	private final WaitingAccess access;

	private final WaitingService waiting;

	private final OfferService answers;

	private final WaitingOffers offers;

	private final WaitingOrder order;

	private final Communes communes;

	private final Clock clock;

	WaitController(WaitingAccess access, WaitingService waiting, OfferService answers, WaitingOffers offers,
			WaitingOrder order, Communes communes, Clock clock) {
		this.access = access;
		this.waiting = waiting;
		this.answers = answers;
		this.offers = offers;
		this.order = order;
		this.communes = communes;
		this.clock = clock;
	}

	@GetMapping("/alertes/{secret}")
	String show(@PathVariable String secret, Model model) {
		var entry = this.access.open(Secret.of(secret)).orElseThrow(NoSuchWaitException::new);
		model.addAttribute("secret", secret);
		model.addAttribute("entry", entry);
		model.addAttribute("lives", this.communes.findById(home(entry)).orElseThrow(NoSuchWaitException::new));
		model.addAttribute("place", this.order.of(entry).orElse(null));
		model.addAttribute("until", LocalDate.ofInstant(entry.getExpiresAt(), this.clock.getZone()));
		model.addAttribute("offer",
				this.offers.latestOf(entry.getId(), Limit.of(1))
					.stream()
					.filter((offer) -> offer.isOpenAt(this.clock.instant()))
					.findFirst()
					.orElse(null));
		return "patient/alerte";
	}

	/** Nothing is left to show of somebody who is forgotten. */
	private static String home(WaitingEntry entry) {
		var patient = entry.getPatient();
		if (patient == null || patient.commune() == null) {
			throw new NoSuchWaitException();
		}
		return patient.commune();
	}

	@PostMapping("/alertes/{secret}/attente")
	String resume(@PathVariable String secret) {
		this.waiting.resume(Secret.of(secret));
		return "redirect:/alertes/{secret}";
	}

	@DeleteMapping("/alertes/{secret}")
	String leave(@PathVariable String secret) {
		this.answers.leave(Secret.of(secret));
		return "redirect:/alertes/au-revoir";
	}

}
