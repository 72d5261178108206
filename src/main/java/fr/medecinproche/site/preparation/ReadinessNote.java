package fr.medecinproche.site.preparation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says of one line of a site's checklist.
 *
 * @param state where it stands
 * @param party who has to do it
 * @param responsible the name of whoever does, if known
 * @param due until when, if agreed
 * @param note anything else; the reason when a site does without what sites must have
 */
public record ReadinessNote(ReadinessState state, Party party, @Nullable String responsible, @Nullable LocalDate due,
		@Nullable String note) {

	/** The same, done. */
	ReadinessNote done() {
		return new ReadinessNote(ReadinessState.READY, this.party, this.responsible, this.due, this.note);
	}

}
