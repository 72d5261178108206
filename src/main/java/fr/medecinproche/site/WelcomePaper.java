package fr.medecinproche.site;

import java.util.Locale;
import java.util.Map;

import fr.medecinproche.site.welcome.WelcomeSheets;
import fr.medecinproche.web.PdfPages;

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

	private final WelcomeSheets sheets;

	private final PdfPages pages;

	WelcomePaper(WelcomeSheets sheets, PdfPages pages) {
		this.sheets = sheets;
		this.pages = pages;
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
	 * Prints it. Who may read it is the caller's business.
	 * @param site the site, its commune loaded
	 * @param place where it receives that day
	 * @param locale the reader's language
	 * @return a file nobody keeps on the way
	 */
	public ResponseEntity<byte[]> print(ConsultationSite site, Place place, Locale locale) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"accueil-%s.pdf\"".formatted(site.getSlug()))
			.body(this.pages.print("pdf/accueil-lieu",
					Map.of("site", site, "place", place, "welcome", words(site.getId())), locale));
	}

}
