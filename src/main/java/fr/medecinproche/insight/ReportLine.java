package fr.medecinproche.insight;

import org.jspecify.annotations.Nullable;

/**
 * A place and a time with its figures.
 *
 * @param code the SIREN number of a zone, the code of a department, a month such as
 * "2027-01", or "" for everything
 * @param nom the name of the place; "" for a month and for everything
 * @param departement of a zone, the code of its main department
 * @param population its inhabitants, as the agency counts them
 * @param tally its half-days and consultations
 * @param doctors who came
 * @param waits how long patients had to wait
 * @param delayNow of a zone, the days until its first free time at present; {@code null}
 * when there is none
 */
public record ReportLine(String code, String nom, @Nullable String departement, long population, Tally tally,
		Doctors doctors, Waits waits, @Nullable Integer delayNow) {

	/**
	 * Half-days taken, for a thousand inhabitants.
	 * @return {@code null} where nobody lives
	 */
	public @Nullable Double perThousand() {
		return (this.population > 0) ? 1000.0 * this.tally.taken() / this.population : null;
	}

}
