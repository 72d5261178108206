package fr.medecinproche.insight.web;

import java.time.Duration;

import fr.medecinproche.insight.OpenDataLicence;
import fr.medecinproche.insight.OpenDataReader;
import fr.medecinproche.insight.PublishedVisits;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.server.ResponseStatusException;

/**
 * What is open to everybody: files for programs, and a page that tells about each.
 */
@Controller
class OpenDataController {

	private final OpenDataShelf shelf;

	private final OpenDataLicence licence;

	OpenDataController(OpenDataShelf shelf, OpenDataLicence licence) {
		this.shelf = shelf;
		this.licence = licence;
	}

	@GetMapping("/open-data")
	String show(Model model) {
		model.addAttribute("files", OpenDataFile.values());
		model.addAttribute("licence", this.licence);
		model.addAttribute("hidden", OpenDataReader.HIDDEN);
		model.addAttribute("mostHidden", PublishedVisits.MOST_HIDDEN);
		model.addAttribute("months", OpenDataReader.MONTHS);
		return "web/open-data";
	}

	/**
	 * Whoever has the present edition is told so: Spring answers 304 by the mark. A CSV
	 * file has no place for its licence: the header {@code Link} names it (RFC 8288).
	 */
	@CrossOrigin(methods = { RequestMethod.GET, RequestMethod.HEAD }, exposedHeaders = HttpHeaders.ETAG)
	@GetMapping("/open-data/{name:[a-z]+\\.(?:csv|geojson)}")
	ResponseEntity<byte[]> file(@PathVariable String name) {
		var file = OpenDataFile.named(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		var edition = this.shelf.take(file);
		return ResponseEntity.ok()
			.contentType(file.type())
			.cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
			.eTag(edition.mark())
			.header(HttpHeaders.LINK, "<" + this.licence.address() + ">; rel=\"license\"")
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.fileName() + "\"")
			.body(edition.content());
	}

}
