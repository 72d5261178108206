package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.AvailabilityService;
import fr.medecinproche.appointment.BookingRefusedException;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.SiteOffers;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Somebody calls the « service d'accès aux soins »: where can they be seen within two
 * days?
 */
@Controller
class RegulationController {

	/** Somebody who must be seen soon drives further. */
	private static final int RADIUS_KM = 80;

	private static final Duration SOON = Duration.ofHours(48);

	private static final int SITES = 10;

	private static final int TIMES = 6;

	private final AvailabilityService availability;

	private final BookingService bookings;

	private final CommuneField communeField;

	private final Clock clock;

	RegulationController(AvailabilityService availability, BookingService bookings, CommuneField communeField,
			Clock clock) {
		this.availability = availability;
		this.bookings = bookings;
		this.communeField = communeField;
		this.clock = clock;
	}

	@GetMapping("/regulation")
	String search(@ModelAttribute("form") SearchForm form, BindingResult errors, Model model) {
		model.addAttribute("kind", form.kind());
		model.addAttribute("kinds", VisitKind.values());
		model.addAttribute("radius", RADIUS_KM);
		if (form.commune() == null && form.communeCode() == null) {
			return "regulation/recherche";
		}
		var commune = this.communeField.read("commune", form.commune(), form.communeCode(), errors, model);
		if (commune.isEmpty()) {
			model.addAttribute("pageRefused", true);
			return "regulation/recherche";
		}
		model.addAttribute("form", form.understood(commune.get()));
		model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
		model.addAttribute("lives", commune.get());
		model.addAttribute("found", soon(commune.get(), form.kind()));
		return "regulation/recherche";
	}

	private List<SiteOffers> soon(Commune commune, VisitKind kind) {
		var last = this.clock.instant().plus(SOON);
		return this.availability
			.soon(commune.getPosition(), RADIUS_KM, kind, LocalDate.ofInstant(last, this.clock.getZone()).plusDays(1))
			.stream()
			.map((near) -> new SiteOffers(near.site(), near.place(), near.distance(),
					near.next()
						.stream()
						.filter((offer) -> !offer.time().startsAt().isAfter(last))
						.limit(TIMES)
						.toList()))
			.filter((near) -> !near.next().isEmpty())
			.limit(SITES)
			.toList();
	}

	@PostMapping("/regulation/reservations")
	String hold(@RequestParam long slot, @RequestParam Instant startsAt,
			@RequestParam(defaultValue = "CONSULTATION") VisitKind motif, @RequestParam @Nullable String communeCode,
			RedirectAttributes redirect) {
		redirect.addAttribute("communeCode", communeCode);
		try {
			var hold = this.bookings.hold(slot, startsAt, motif, Asker.by(Channel.REGULATOR));
			redirect.addAttribute("reservation", hold.secret().value());
			return "redirect:/regulation/rendez-vous/nouveau";
		}
		catch (BookingRefusedException refusal) {
			redirect.addAttribute("motif", motif);
			redirect.addFlashAttribute(Flash.ATTRIBUTE, Flash.error(refusal.getCodes()[0]));
			return "redirect:/regulation";
		}
	}

	@DeleteMapping("/regulation/reservations")
	String release(@RequestParam String reservation, @RequestParam @Nullable String communeCode,
			RedirectAttributes redirect) {
		this.bookings.release(Secret.of(reservation));
		redirect.addAttribute("communeCode", communeCode);
		return "redirect:/regulation";
	}

}
