package fr.medecinproche.insight.web;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A half-day below a figure.
 *
 * @param slotId the half-day
 * @param day its day
 * @param period morning or afternoon
 * @param room the room of the site
 * @param status open, taken or closed
 * @param held whether the doctor came; null while nobody has said
 * @param offered ordinary consultations that fit in it
 * @param booked patients who have a time
 * @param honoured those who came
 * @param absent those who did not
 * @param siteId its site
 * @param site the name of the site
 * @param doctor how the doctor is called, if one has taken it
 */
record HalfDayRow(long slotId, LocalDate day, String period, int room, String status, @Nullable Boolean held,
		int offered, int booked, int honoured, int absent, long siteId, String site, @Nullable String doctor) {

	/** Of rows of {@code half_day_fact f} and their {@code consultation_site s}. */
	static final String COLUMNS = """
			select f.slot_id, f.day, f.period, f.room, f.status, f.held, f.offered, f.booked, f.honoured, f.absent,
			  f.site_id, s.nom as site,
			  (select 'Dr ' || v.given_name || ' ' || v.family_name from volunteer v
			    where v.id = f.volunteer_id) as doctor
			""";

	/** In the order of time. */
	static final String ORDER = "order by f.begins_at, s.nom, f.site_id, f.room";

}
