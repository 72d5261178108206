package fr.medecinproche.volunteer;

import java.time.LocalDate;
import java.util.List;

/**
 * Where a file stands that the agency has followed elsewhere until now.
 *
 * @param status the step it has come to, one of {@link #STATUSES}
 * @param since the day of that step, as far as the agency knows
 */
public record KnownFile(FileStatus status, LocalDate since) {

	/** Where such a file may stand: on its way, or at its end. */
	public static final List<FileStatus> STATUSES = FileStatus.PATH;

	/**
	 * Refuses what is beside the way.
	 * @throws IllegalArgumentException for a status that is none of {@link #STATUSES}
	 */
	public KnownFile {
		if (!STATUSES.contains(status)) {
			throw new IllegalArgumentException("A file is not taken over as " + status);
		}
	}

}
