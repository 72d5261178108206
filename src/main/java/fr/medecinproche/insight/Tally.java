package fr.medecinproche.insight;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Half-days and consultations of a place and a time, added up; the words are those of the
 * room's description.
 *
 * @param opened half-days that are not closed
 * @param taken those a doctor has taken
 * @param held those a doctor held, as far as somebody has said so
 * @param closed half-days that are closed, not part of the opened ones
 * @param offered ordinary consultations that fit in the taken ones
 * @param booked patients who have a time
 * @param honoured those who came
 * @param absent those who did not
 * @param withoutRegularDoctor of the booked, those who have no « médecin traitant »
 * @param minutes the length of the taken half-days
 * @param bookedMinutes the length of the booked times
 */
public record Tally(long opened, long taken, long held, long closed, long offered, long booked, long honoured,
		long absent, long withoutRegularDoctor, long minutes, long bookedMinutes) {

	/** Nothing at all. */
	public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

	private static final String OF_HALF_DAYS = """
			count(*) filter (where f.opened) as opened, count(*) filter (where f.taken) as taken,
			count(*) filter (where f.held) as held, count(*) filter (where not f.opened) as closed,
			coalesce(sum(f.offered), 0) as offered, coalesce(sum(f.minutes), 0) as minutes,
			""";

	/** The columns of one, of rows of {@code half_day_fact f}. */
	public static final String COLUMNS = OF_HALF_DAYS + """
			coalesce(sum(f.booked), 0) as booked, coalesce(sum(f.booked_minutes), 0) as booked_minutes,
			coalesce(sum(f.honoured), 0) as honoured, coalesce(sum(f.absent), 0) as absent,
			coalesce(sum(f.without_regular_doctor), 0) as without_regular_doctor
			""";

	/**
	 * The same where only half-days matter: PostgreSQL then reads no appointment, which
	 * is most of the work, and all that is about patients is nought.
	 */
	public static final String HALF_DAY_COLUMNS = OF_HALF_DAYS + """
			0 as booked, 0 as booked_minutes, 0 as honoured, 0 as absent, 0 as without_regular_doctor
			""";

	/**
	 * Reads one.
	 * @param row a row with these columns
	 * @return what it says
	 * @throws SQLException when it has others
	 */
	public static Tally of(ResultSet row) throws SQLException {
		return new Tally(row.getLong("opened"), row.getLong("taken"), row.getLong("held"), row.getLong("closed"),
				row.getLong("offered"), row.getLong("booked"), row.getLong("honoured"), row.getLong("absent"),
				row.getLong("without_regular_doctor"), row.getLong("minutes"), row.getLong("booked_minutes"));
	}

	/**
	 * Adds another to this one.
	 * @param more the other
	 * @return the sums
	 */
	public Tally plus(Tally more) {
		return new Tally(this.opened + more.opened, this.taken + more.taken, this.held + more.held,
				this.closed + more.closed, this.offered + more.offered, this.booked + more.booked,
				this.honoured + more.honoured, this.absent + more.absent,
				this.withoutRegularDoctor + more.withoutRegularDoctor, this.minutes + more.minutes,
				this.bookedMinutes + more.bookedMinutes);
	}

	/** The half-days still open to doctors. */
	public long left() {
		return this.opened - this.taken;
	}

}
