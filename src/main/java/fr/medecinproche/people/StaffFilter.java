package fr.medecinproche.people;

import fr.medecinproche.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which people a list shows.
 *
 * @param q part of a name or of an address
 * @param role in which role, null for all
 * @param perimeter who see that region or department, or are at a site there, null for
 * all
 * @param suspended true for those kept out, false for the others, null for all
 */
public record StaffFilter(@Nullable String q, @Nullable Role role, @Nullable String perimeter,
		@Nullable Boolean suspended) {

	/**
	 * Whether it leaves anybody out.
	 * @return false when all are shown
	 */
	public boolean isNarrow() {
		return this.q != null || this.role != null || this.perimeter != null || this.suspended != null;
	}

	/** The text as a pattern, in which what was typed stands for itself. */
	@Nullable String pattern() {
		return (this.q != null) ? "%" + this.q.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%" : null;
	}

}
