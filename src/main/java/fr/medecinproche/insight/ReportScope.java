package fr.medecinproche.insight;

import java.util.regex.Pattern;

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

	private static final Pattern CODE = Pattern.compile("\\d{2,3}|2[AB]");

	/** What names no department asks for all of them. */
	public ReportScope {
		if (departement != null && !CODE.matcher(departement).matches()) {
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
