package fr.medecinproche.volunteer.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Days from one to another, both counted.
 *
 * @param from the first
 * @param to the last
 */
record Span(LocalDate from, LocalDate to) {

	/** Databases know no farther days, and nothing here is older or later. */
	private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

	private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

	/**
	 * Reads two days from an address.
	 * @param from as "2026-01-31"
	 * @param to as well
	 * @return empty when either is no day, or they are the wrong way round
	 */
	static Optional<Span> read(@Nullable String from, @Nullable String to) {
		try {
			if (from == null || to == null) {
				return Optional.empty();
			}
			var span = new Span(LocalDate.parse(from), LocalDate.parse(to));
			return Optional.of(span)
				.filter((it) -> !it.from.isBefore(EARLIEST) && !it.to.isAfter(LATEST) && !it.from.isAfter(it.to));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
