package fr.medecinproche.insight;

import fr.medecinproche.territory.Departement;
import fr.medecinproche.territory.Departements;
import org.jspecify.annotations.Nullable;

/**
 * Which zones a report is about.
 *
 * @param perimeter what the agent's sight is narrowed to: "R76", "32", or {@code null}
 * for everything
 * @param departement the department asked for; {@code null} for all of them
 */
public record ReportScope(@Nullable String perimeter, @Nullable String departement) {

	/** What names no department asks for all of them. */
	public ReportScope {
		if (!Departement.isCode(departement)) {
			departement = null;
		}
	}

	/**
	 * The same without a department the agent does not see: it is as if none was asked
	 * for.
	 * @param departements those there are
	 * @return what the report is about
	 */
	public ReportScope seen(Departements departements) {
		return (this.departement == null || departements.findById(this.departement)
			.filter((found) -> found.isWithin(this.perimeter))
			.isPresent()) ? this : new ReportScope(this.perimeter, null);
	}

	/** The department or the perimeter it is narrowed to, if any. */
	public @Nullable String code() {
		return (this.departement != null) ? this.departement : this.perimeter;
	}

}
