package fr.medecinproche.insight;

import org.jspecify.annotations.Nullable;

/**
 * So many of so many: a percentage never goes without what it is a part of.
 *
 * @param part how many
 * @param whole of how many
 */
public record Share(long part, long whole) {

	/**
	 * The percentage.
	 * @return from 0 to 100, or {@code null} when there is nothing to take a part of
	 */
	public @Nullable Double percent() {
		return (this.whole > 0) ? 100.0 * this.part / this.whole : null;
	}

}
