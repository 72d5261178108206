package fr.medecinproche.appointment.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import fr.medecinproche.appointment.BookingWindow;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.web.PdfPages;
import fr.medecinproche.web.QrCode;
import fr.medecinproche.web.ServiceSettings;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * A site's poster for the town hall, the pharmacy, the baker's: in French, whoever prints
 * it.
 */
@Controller
class PosterController {

	/** The dates change a few times a day at most. */
	private static final Duration FRESH = Duration.ofMinutes(10);

	private final ConsultationSites sites;

	private final HalfDaySlots slots;

	private final PdfPages pages;

	private final ServiceSettings settings;

	private final BookingWindow window;

	private final Clock clock;

	PosterController(ConsultationSites sites, HalfDaySlots slots, PdfPages pages, ServiceSettings settings,
			BookingWindow window, Clock clock) {
		this.sites = sites;
		this.slots = slots;
		this.pages = pages;
		this.settings = settings;
		this.window = window;
		this.clock = clock;
	}

	@GetMapping("/lieux/{slug}/affiche.pdf")
	ResponseEntity<byte[]> print(@PathVariable String slug, @RequestParam(defaultValue = "A4") String format) {
		var site = this.sites.findPublished(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (site.getStatus() == SiteStatus.CLOSED) {
			throw new ResponseStatusException(HttpStatus.GONE);
		}
		var paper = Poster.Paper.of(format);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.cacheControl(CacheControl.maxAge(FRESH).cachePublic())
			.header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"affiche-%s-%s.pdf\"".formatted(slug, paper))
			.body(this.pages.print("pdf/affiche", model(site, paper), Locale.FRENCH));
	}

	private Map<String, ?> model(ConsultationSite site, Poster.Paper paper) {
		var today = LocalDate.now(this.clock);
		var now = this.clock.instant();
		var coming = this.slots.takenAt(List.of(site.getId()), today, this.window.until(this.clock))
			.stream()
			.filter((slot) -> slot.begins().isAfter(now))
			.toList();
		var address = this.settings.address().replaceFirst("/+$", "") + "/lieux/" + site.getSlug();
		return Map.of("site", site, "paper", paper, "poster", Poster.of(coming), "printed", today, "address",
				address.replaceFirst("^https?://", ""), "code", new QrCode(address).picture());
	}

}
