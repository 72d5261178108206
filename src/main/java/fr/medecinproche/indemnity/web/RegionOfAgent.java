package fr.medecinproche.indemnity.web;

import fr.medecinproche.account.SignedIn;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * For which region an agent closes months and sends batches: their own, or the one they
 * ask for when they see all. Whoever sees a department only prepares; for them these acts
 * are not found.
 */
final class RegionOfAgent {

	private RegionOfAgent() {
	}

	static String of(SignedIn agent, @Nullable String asked) {
		var region = (agent.perimeter() != null) ? agent.perimeter() : asked;
		if (!agent.seesWholeRegion() || region == null || (asked != null && !asked.equals(region))) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return region;
	}

	static void mustBeWhole(SignedIn agent) {
		if (!agent.seesWholeRegion()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

}
