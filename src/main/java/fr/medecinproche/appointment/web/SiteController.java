package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.LocalDate;

import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.AvailabilityService;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.appointment.BookingWindow;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.SiteOverview;
import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.territory.ZoneContours;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * One site: how to come, what to bring, and its free times week by week.
 */
@Controller
class SiteController {

	/** Patients plan a few weeks ahead. */
	private static final int STOPS_SHOWN_WEEKS = 3;

	private final ConsultationSites sites;

	private final SiteOverview overview;

	private final AvailabilityService availability;

	private final ZoneContours contours;

	private final BookingWindow window;

	private final Clock clock;

	SiteController(ConsultationSites sites, SiteOverview overview, AvailabilityService availability,
			ZoneContours contours, BookingWindow window, Clock clock) {
		this.sites = sites;
		this.overview = overview;
		this.availability = availability;
		this.contours = contours;
		this.window = window;
		this.clock = clock;
	}

	/**
	 * Why a time was refused comes in the address: anonymous visitors have no session.
	 */
	@GetMapping("/lieux/{slug}")
	String show(@PathVariable String slug, @RequestParam(defaultValue = "CONSULTATION") VisitKind motif,
			@RequestParam(required = false) @Nullable LocalDate semaine,
			@RequestParam(required = false) @Nullable RegularDoctor medecinTraitant,
			@RequestParam(required = false) @Nullable String commune,
			@RequestParam(required = false) @Nullable Reason refus, Model model, HttpServletResponse response) {
		var site = this.sites.findPublished(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("site", site);
		model.addAttribute("kind", motif);
		model.addAttribute("kinds", VisitKind.values());
		model.addAttribute("regularDoctor", medecinTraitant);
		model.addAttribute("regularDoctors", RegularDoctor.values());
		model.addAttribute("livesIn", CommuneField.isCode(commune) ? commune : null);
		model.addAttribute("refusal", refus);
		if (site.isItinerant()) {
			model.addAttribute("stops",
					this.overview.comingStops(site, LocalDate.now(this.clock).plusWeeks(STOPS_SHOWN_WEEKS)));
		}
		if (site.getStatus() == SiteStatus.CLOSED) {
			response.setStatus(HttpStatus.GONE.value());
		}
		else {
			model.addAttribute("map", SiteMap.of(site, this.contours.of(site.getZone().getSiren())));
		}
		if (site.getStatus() == SiteStatus.OPEN) {
			model.addAttribute("week", week(site, motif, medecinTraitant, semaine));
		}
		return "patient/lieu";
	}

	private @Nullable SiteWeek week(ConsultationSite site, VisitKind kind, @Nullable RegularDoctor regularDoctor,
			@Nullable LocalDate wanted) {
		var free = this.availability.at(site, kind, new Asker(Channel.WEB, regularDoctor), LocalDate.now(this.clock),
				this.window.until(this.clock));
		return free.isEmpty() ? null : SiteWeek.of(free, wanted);
	}

}
