package fr.medecinproche.volunteer;

import java.time.LocalDate;

import fr.medecinproche.volunteer.FileRefusedException.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Where a file stands.
 *
 * @param status the status its last step has given it
 * @param step the number of that step, from 1
 * @param since the day of that step
 */
@Embeddable
public record FilePosition(@Enumerated(EnumType.STRING) @Column(name = "file_status") FileStatus status,
		@Column(name = "file_step") short step, @Column(name = "file_since") LocalDate since) {

	/**
	 * Where a file begins.
	 * @param today the day the doctor applies
	 * @return the first position
	 */
	public static FilePosition submitted(LocalDate today) {
		return new FilePosition(FileStatus.SUBMITTED, (short) 1, today);
	}

	/**
	 * Where a file stands that the agency has known since before.
	 * @param known what the agency says of it
	 * @return the position after the application
	 */
	FilePosition known(KnownFile known) {
		return new FilePosition(known.status(), (short) (this.step + 1), known.since());
	}

	/**
	 * Where the file stands after one more step.
	 * @param move the step
	 * @param author who records it
	 * @param today the day it is recorded
	 * @return the next position
	 * @throws FileRefusedException when the step is not one from here, not the author's
	 * to record, not explained, in the future or before the last one
	 */
	FilePosition after(FileMove move, FileAuthor author, LocalDate today) {
		if (!this.status.mayBecome(move.to(), author.kind())) {
			throw new FileRefusedException(Reason.NOT_FROM_HERE);
		}
		if (move.note() == null && this.status.mustExplain(move.to(), author.kind())) {
			throw new FileRefusedException(Reason.NOT_EXPLAINED);
		}
		if (move.on().isAfter(today)) {
			throw new FileRefusedException(Reason.IN_THE_FUTURE);
		}
		if (move.on().isBefore(this.since)) {
			throw new FileRefusedException(Reason.BEFORE_THE_LAST_STEP);
		}
		return new FilePosition(move.to(), (short) (this.step + 1), move.on());
	}

}
