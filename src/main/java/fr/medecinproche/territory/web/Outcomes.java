package fr.medecinproche.territory.web;

import java.util.Arrays;

import fr.medecinproche.territory.imports.ImportLine.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of an import are shown, as the address says it.
 */
final class Outcomes {

	private Outcomes() {
	}

	/** The outcome of a name in any letters; null, for all, when there is none such. */
	static @Nullable Outcome of(@Nullable String name) {
		return Arrays.stream(Outcome.values())
			.filter((outcome) -> outcome.name().equalsIgnoreCase(name))
			.findFirst()
			.orElse(null);
	}

}
