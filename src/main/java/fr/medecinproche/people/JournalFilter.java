package fr.medecinproche.people;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Which entries of the journal are shown.
 *
 * @param who part of the name of who acted, null for all
 * @param action what was done, null for anything
 * @param about part of what it was done to, null for anything
 * @param from the first day, null for the beginning
 * @param until the last day, null for today
 */
public record JournalFilter(@Nullable String who, @Nullable String action, @Nullable String about,
		@Nullable LocalDate from, @Nullable LocalDate until) {

	/**
	 * Whether it leaves anything out.
	 * @return false when all is shown
	 */
	public boolean isNarrow() {
		return this.who != null || this.action != null || this.about != null || this.from != null || this.until != null;
	}

	/** A text as a pattern, in which what was typed stands for itself. */
	static @Nullable String pattern(@Nullable String typed) {
		return (typed != null) ? "%" + typed.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%" : null;
	}

}
