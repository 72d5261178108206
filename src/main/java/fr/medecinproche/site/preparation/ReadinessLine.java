package fr.medecinproche.site.preparation;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One line of a site's checklist.
 *
 * @param item what is needed
 * @param required whether every site must have it
 * @param state where it stands
 * @param said whether the description or the welcome sheet says it already
 * @param party who has to do it
 * @param responsible the name of whoever does, if known
 * @param due until when, if agreed
 * @param note anything else
 * @param changedAt when somebody wrote this line, null when nobody has
 * @param missing whether the site cannot be ready without it
 */
public record ReadinessLine(ReadinessItem item, boolean required, ReadinessState state, boolean said, Party party,
		@Nullable String responsible, @Nullable LocalDate due, @Nullable String note, @Nullable Instant changedAt,
		boolean missing) {

	/**
	 * Whether it should have been done by now.
	 * @param today the present day
	 * @return true when a day was agreed, is over, and it is not done
	 */
	public boolean isLate(LocalDate today) {
		return this.due != null && !this.state.isDone() && this.due.isBefore(today);
	}

	/** What was said of it, to be said again. */
	ReadinessNote note(ReadinessState state) {
		return new ReadinessNote(state, this.party, this.responsible, this.due, this.note);
	}

}
