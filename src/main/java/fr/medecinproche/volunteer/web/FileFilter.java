package fr.medecinproche.volunteer.web;

import java.util.Arrays;

import fr.medecinproche.territory.FoldedName;
import fr.medecinproche.volunteer.FileStatus;
import org.jspecify.annotations.Nullable;

/**
 * What an agent asks of the list of volunteers; what makes no sense asks nothing.
 *
 * @param q a part of the doctor's name
 * @param statut the name of a {@link FileStatus}
 */
record FileFilter(@Nullable String q, @Nullable String statut) {

	@Nullable String foldedName() {
		var name = FoldedName.of((this.q != null) ? this.q : "");
		return name.isEmpty() ? null : name.value();
	}

	@Nullable String statusName() {
		return Arrays.stream(FileStatus.values())
			.map(FileStatus::name)
			.filter((name) -> name.equals(this.statut))
			.findFirst()
			.orElse(null);
	}

	/** Whether volunteers may be left out. */
	public boolean isNarrow() {
		return foldedName() != null || statusName() != null;
	}

}
