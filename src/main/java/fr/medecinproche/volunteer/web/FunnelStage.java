package fr.medecinproche.volunteer.web;

import fr.medecinproche.volunteer.FileStatus;
import org.jspecify.annotations.Nullable;

/**
 * How far a doctor who applied has come: the steps of the file, then a first half-day
 * held.
 */
enum FunnelStage {

	SUBMITTED(FileStatus.SUBMITTED), ORDRE_CHECK(FileStatus.ORDRE_CHECK),
	ACTIVITY_DECLARED(FileStatus.ACTIVITY_DECLARED), CPAM_NUMBER_GIVEN(FileStatus.CPAM_NUMBER_GIVEN),
	ACTIVE(FileStatus.ACTIVE), CAME(null);

	private final @Nullable FileStatus status;

	FunnelStage(@Nullable FileStatus status) {
		this.status = status;
	}

	/**
	 * Whoever has come to a later step has come to this one, even where its day is not
	 * known.
	 */
	String @Nullable [] statusNames() {
		return (this.status == null) ? null
				: FileStatus.PATH.subList(FileStatus.PATH.indexOf(this.status), FileStatus.PATH.size())
					.stream()
					.map(FileStatus::name)
					.toArray(String[]::new);
	}

}
