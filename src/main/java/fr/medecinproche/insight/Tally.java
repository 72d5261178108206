package fr.medecinproche.insight;

/**
 * Half-days and consultations of a place and a time, added up; the words are those of the
 * room's description.
 *
 * @param opened half-days that are not closed
 * @param taken those a doctor has taken
 * @param held those a doctor held, as far as somebody has said so
 * @param offered ordinary consultations that fit in the taken ones
 * @param booked patients who have a time
 * @param honoured those who came
 * @param absent those who did not
 * @param withoutRegularDoctor of the booked, those who have no « médecin traitant »
 * @param minutes the length of the taken half-days
 * @param bookedMinutes the length of the booked times
 */
public record Tally(long opened, long taken, long held, long offered, long booked, long honoured, long absent,
		long withoutRegularDoctor, long minutes, long bookedMinutes) {

	/** Nothing at all. */
	public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

	/** The columns of one, of rows of {@code half_day_fact f}. */
	static final String COLUMNS = """
			count(*) filter (where f.opened) as opened, count(*) filter (where f.taken) as taken,
			count(*) filter (where f.held) as held, coalesce(sum(f.offered), 0) as offered,
			coalesce(sum(f.booked), 0) as booked, coalesce(sum(f.honoured), 0) as honoured,
			coalesce(sum(f.absent), 0) as absent, coalesce(sum(f.without_regular_doctor), 0) as without_regular_doctor,
			coalesce(sum(f.minutes), 0) as minutes, coalesce(sum(f.booked_minutes), 0) as booked_minutes
			""";

	/**
	 * Adds another to this one.
	 * @param more the other
	 * @return the sums
	 */
	public Tally plus(Tally more) {
		return new Tally(this.opened + more.opened, this.taken + more.taken, this.held + more.held,
				this.offered + more.offered, this.booked + more.booked, this.honoured + more.honoured,
				this.absent + more.absent, this.withoutRegularDoctor + more.withoutRegularDoctor,
				this.minutes + more.minutes, this.bookedMinutes + more.bookedMinutes);
	}

}
