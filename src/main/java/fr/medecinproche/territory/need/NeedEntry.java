package fr.medecinproche.territory.need;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A value to be recorded.
 *
 * @param criterion which criterion
 * @param value in its unit; null to withdraw the one before
 * @param year the year it tells of; null when it is withdrawn
 * @param source where it comes from, or why it is withdrawn
 */
public record NeedEntry(Criterion criterion, @Nullable BigDecimal value, @Nullable Integer year, String source) {

	/**
	 * Refuses what cannot be true.
	 */
	public NeedEntry {
		if ((value == null) != (year == null) || (value != null && !criterion.allows(value)) || source.isBlank()) {
			throw new IllegalArgumentException("a value has a year and a source, and keeps within bounds");
		}
	}

	/** Whether it says what is known already. */
	boolean repeats(@Nullable NeedValue known) {
		if (known == null) {
			return this.value == null;
		}
		var before = known.value();
		return (this.value == null) ? before == null : before != null && this.value.compareTo(before) == 0
				&& this.year.equals(known.year()) && this.source.equals(known.source());
	}

}
