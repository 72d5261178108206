package fr.medecinproche.territory.web;

import java.time.Duration;
import java.util.List;

import fr.medecinproche.territory.CommuneMatch;
import fr.medecinproche.territory.CommuneSearch;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Suggests communes while somebody types. The answer names nobody and changes with the
 * reference data only, so that anybody may keep it for a day.
 */
@RestController
class CommuneSuggestionsController {

	private static final int SHORTEST = 2;

	private static final int LONGEST = 100;

	private static final int MOST = 8;

	private final CommuneSearch search;

	CommuneSuggestionsController(CommuneSearch search) {
		this.search = search;
	}

	@GetMapping(path = "/communes", produces = "application/json")
	ResponseEntity<List<Suggestion>> suggest(@RequestParam(name = "q", defaultValue = "") String typed) {
		var length = typed.strip().length();
		var matches = (length < SHORTEST || length > LONGEST) ? List.<CommuneMatch>of() : this.search.find(typed, MOST);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
			.body(matches.stream().map(Suggestion::of).toList());
	}

	/**
	 * A suggestion, in no language.
	 *
	 * @param code the INSEE code
	 * @param label what tells the commune from every other
	 * @param former the former name that was recognised, if any
	 */
	record Suggestion(String code, String label, @Nullable String former) {

		static Suggestion of(CommuneMatch match) {
			return new Suggestion(match.insee(), match.label(), match.formerName());
		}

	}

}
