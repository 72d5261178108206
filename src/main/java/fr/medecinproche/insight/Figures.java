package fr.medecinproche.insight;

/**
 * Half-days and their consultations, added up; the words are those of the room's
 * description.
 *
 * @param opened half-days that are not closed
 * @param taken those a doctor has taken
 * @param held those a doctor held, as far as somebody has said so
 * @param closed half-days that are closed, not part of the opened ones
 * @param offered ordinary consultations that fit in the taken ones
 * @param booked patients who have a time
 * @param honoured those who came
 * @param absent those who did not
 */
public record Figures(int opened, int taken, int held, int closed, int offered, int booked, int honoured, int absent) {

	/** Nothing at all. */
	public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0);

	/** The columns of these figures, of rows of {@code half_day_fact f}. */
	public static final String COLUMNS = """
			count(*) filter (where f.opened)::integer as opened, count(*) filter (where f.taken)::integer as taken,
			count(*) filter (where f.held)::integer as held, count(*) filter (where not f.opened)::integer as closed,
			coalesce(sum(f.offered), 0)::integer as offered, coalesce(sum(f.booked), 0)::integer as booked,
			coalesce(sum(f.honoured), 0)::integer as honoured, coalesce(sum(f.absent), 0)::integer as absent
			""";

	/**
	 * Adds others to these.
	 * @param more the others
	 * @return the sums
	 */
	public Figures plus(Figures more) {
		return new Figures(this.opened + more.opened, this.taken + more.taken, this.held + more.held,
				this.closed + more.closed, this.offered + more.offered, this.booked + more.booked,
				this.honoured + more.honoured, this.absent + more.absent);
	}

	/** The half-days still open to doctors. */
	public int left() {
		return this.opened - this.taken;
	}

}
