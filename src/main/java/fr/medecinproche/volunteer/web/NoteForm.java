package fr.medecinproche.volunteer.web;

import fr.medecinproche.volunteer.VolunteerNote;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an agent notes of a doctor.
 *
 * @param text what the other agents read
 */
record NoteForm(@NotBlank(message = "{volunteer.notes.missing}") @Size(max = VolunteerNote.LENGTH,
		message = "{volunteer.notes.long}") @Nullable String text) {

	static final NoteForm EMPTY = new NoteForm(null);

}
