package fr.medecinproche.volunteer;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A step to record.
 *
 * @param to where the file goes
 * @param on the day it happened, which may be past
 * @param note what the doctor reads of it, or null
 */
public record FileMove(FileStatus to, LocalDate on, @Nullable String note) {

	/** The longest note. */
	public static final int NOTE_LENGTH = 500;

	public FileMove {
		note = (note == null || note.isBlank()) ? null : note.strip();
		if (note != null && note.length() > NOTE_LENGTH) {
			throw new IllegalArgumentException("A note of more than " + NOTE_LENGTH);
		}
	}

}
