package fr.medecinproche.site;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.site.stop.SiteStop;
import fr.medecinproche.site.welcome.WelcomeSheets;
import fr.medecinproche.web.PdfPages;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The welcome sheet of a site, read and printed.
 */
@Component
public class WelcomePaper {

	private static final int WEEKS_AHEAD = 8;

	private static final int STOPS = 10;

	private final WelcomeSheets sheets;

	private final SiteOverview overview;

	private final PdfPages pages;

	private final Clock clock;

	WelcomePaper(WelcomeSheets sheets, SiteOverview overview, PdfPages pages, Clock clock) {
		this.sheets = sheets;
		this.overview = overview;
		this.pages = pages;
		this.clock = clock;
	}

	/**
	 * What the sheet of a site says.
	 * @param siteId the site
	 * @return never null, though all of it may be unsaid
	 */
	public WelcomeWords words(long siteId) {
		return this.sheets.of(siteId);
	}

	/**
	 * The next stops of a site, for a sheet that is not about one day.
	 * @param site the site
	 * @return few of them, in the order of time; nothing for a site that does not travel
	 */
	public List<SiteStop> nextStops(ConsultationSite site) {
		return this.overview.comingStops(site, LocalDate.now(this.clock).plusWeeks(WEEKS_AHEAD))
			.stream()
			.limit(STOPS)
			.toList();
	}

	/**
	 * Prints it for those who prepare the site. Who may read it is the caller's business.
	 * @param site the site, its commune loaded
	 * @param locale the reader's language
	 * @return a file nobody keeps on the way
	 */
	public ResponseEntity<byte[]> print(ConsultationSite site, Locale locale) {
		return site.isItinerant() ? print(site, null, nextStops(site), locale)
				: print(site, site.getPlace(), List.of(), locale);
	}

	/**
	 * Prints it for a doctor who comes. Who may read it is the caller's business.
	 * @param site the site, its commune loaded
	 * @param place where it receives that day
	 * @param locale the reader's language
	 * @return a file nobody keeps on the way
	 */
	public ResponseEntity<byte[]> print(ConsultationSite site, Place place, Locale locale) {
		return print(site, place, List.of(), locale);
	}

	private ResponseEntity<byte[]> print(ConsultationSite site, @Nullable Place place, List<SiteStop> stops,
			Locale locale) {
		var model = new HashMap<String, @Nullable Object>();
		model.put("site", site);
		model.put("place", place);
		model.put("stops", stops);
		model.put("welcome", words(site.getId()));
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"accueil-%s.pdf\"".formatted(site.getSlug()))
			.body(this.pages.print("pdf/accueil-lieu", model, locale));
	}

}
