package fr.medecinproche.site;

import java.util.Locale;
import java.util.Map;

import fr.medecinproche.web.PdfPages;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Prints the welcome sheet of a site.
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
					Map.of("site", site, "place", place, "welcome", this.sheets.of(site.getId())), locale));
	}

}
