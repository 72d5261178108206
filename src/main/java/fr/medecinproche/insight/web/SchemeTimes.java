package fr.medecinproche.insight.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import fr.medecinproche.insight.Span;
import org.jspecify.annotations.Nullable;

/**
 * When the scheme applies to a zone: outside of these times nobody misses a doctor there.
 *
 * @param periods as declared by the agency, none of them overlapping
 */
record SchemeTimes(List<Period> periods) {

	/** Whether the scheme applies on one of its days at least. */
	boolean applyIn(Span span) {
		return this.periods.stream().anyMatch((period) -> period.touches(span));
	}

	private Optional<Period> present(LocalDate today) {
		return this.periods.stream().filter((period) -> period.includes(today)).findFirst();
	}

	/** The first day it applies again, where it does not today. */
	@Nullable LocalDate begins(LocalDate today) {
		return present(today).isPresent() ? null
				: this.periods.stream()
					.map(Period::startsOn)
					.filter((day) -> day != null && day.isAfter(today))
					.min(Comparator.naturalOrder())
					.orElse(null);
	}

	/** The first day it no longer applied, where it does not today nor later. */
	@Nullable LocalDate ended(LocalDate today) {
		return (present(today).isPresent() || begins(today) != null) ? null
				: this.periods.stream()
					.map(Period::endsOn)
					.filter(Objects::nonNull)
					.max(Comparator.naturalOrder())
					.orElse(null);
	}

	/** The first day it will no longer apply, where that is known. */
	@Nullable LocalDate ends(LocalDate today) {
		return present(today).map(Period::endsOn).orElse(null);
	}

	/**
	 * A time without a gap.
	 *
	 * @param siren the zone
	 * @param startsOn its first day; {@code null} when it was there before the
	 * application
	 * @param endsOn the day after its last; {@code null} while no end is known
	 */
	record Period(String siren, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {

		boolean includes(LocalDate day) {
			return (this.startsOn == null || !day.isBefore(this.startsOn))
					&& (this.endsOn == null || day.isBefore(this.endsOn));
		}

		boolean touches(Span span) {
			return (this.startsOn == null || this.startsOn.isBefore(span.until()))
					&& (this.endsOn == null || this.endsOn.isAfter(span.from()));
		}

	}

}
