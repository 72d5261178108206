package fr.medecinproche.people.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * What is typed in the fields of a search: nothing, or something.
 */
final class Typed {

	private static final int LONGEST = 100;

	private Typed() {
	}

	static @Nullable String orNull(@Nullable String typed) {
		if (typed == null || typed.isBlank()) {
			return null;
		}
		var text = typed.strip().replace("\u0000", "");
		return text.substring(0, Math.min(LONGEST, text.length()));
	}

	/** Only a day the database knows; anything else is no day. */
	static @Nullable LocalDate day(@Nullable String typed) {
		try {
			var day = (orNull(typed) != null) ? LocalDate.parse(typed.strip()) : null;
			return (day != null && day.getYear() >= 2000 && day.getYear() < 3000) ? day : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
