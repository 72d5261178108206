package fr.medecinproche.territory.imports;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Files that were brought, and what is to be done with them.
 *
 * @param id its number
 * @param kind what they are about
 * @param fileNames how they are called
 * @param ignored the names of columns that were not understood, perhaps none
 * @param perimeter what whoever brought them sees; null for the whole country
 * @param complete zones of the perimeter the list does not name are retired
 * @param startsOn from when, where a line does not say
 * @param edition what it was judged against
 * @param status where it stands
 * @param createdBy who brought them
 * @param createdAt when
 * @param endedBy who applied or dropped it
 * @param endedAt when
 * @param accepted how many lines bring something new
 * @param corrected how many change something known
 * @param unchanged how many say what is known
 * @param refused how many are refused
 */
public record TerritoryImport(long id, ImportKind kind, String fileNames, String ignored, @Nullable String perimeter,
		boolean complete, LocalDate startsOn, long edition, ImportStatus status, @Nullable String createdBy,
		Instant createdAt, @Nullable String endedBy, @Nullable Instant endedAt, int accepted, int corrected,
		int unchanged, int refused) {

	/**
	 * Whether there is anything to apply.
	 * @return {@code false} when every line is refused or says what is known
	 */
	public boolean brings() {
		return this.accepted + this.corrected > 0;
	}

	/** How many lines were read. */
	public int lines() {
		return this.accepted + this.corrected + this.unchanged + this.refused;
	}

	public boolean isOpen() {
		return this.status == ImportStatus.READ;
	}

}
