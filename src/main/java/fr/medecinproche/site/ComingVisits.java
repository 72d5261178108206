package fr.medecinproche.site;

/**
 * What a site has ahead, and closing it for good would undo. What has begun runs to its
 * end and is not counted.
 *
 * @param halfDays coming half-days
 * @param taken those a doctor has taken
 * @param patients the people expected
 */
public record ComingVisits(int halfDays, int taken, int patients) {

	/**
	 * Whether there is more than somebody saw before they decided.
	 * @param seen what they saw
	 * @return false also when there is less by now
	 */
	public boolean exceeds(ComingVisits seen) {
		return this.halfDays > seen.halfDays || this.taken > seen.taken || this.patients > seen.patients;
	}

}
