package fr.medecinproche.territory.zoning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells whom the end of a zone touches, from the tables of the rooms above.
 */
@Component
public class RetirementEffects {

	private static final int SHOWN = 50;

	private final JdbcClient jdbc;

	RetirementEffects(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What is still planned in a zone once it has ended.
	 *
	 * @param siren the zone
	 * @param nom its name
	 * @param day the first day it no longer is a zone
	 * @param sites its sites that are not closed
	 * @param halfDays the half-days from that day on
	 * @param taken those of them a doctor has taken
	 * @param appointments the patients expected from that day on
	 */
	public record Effect(String siren, String nom, LocalDate day, int sites, int halfDays, int taken,
			int appointments) {

		/** Whether something must be dealt with before the zone may end. */
		public boolean stands() {
			return this.halfDays > 0 || this.appointments > 0;
		}

	}

	/** A half-day to be dealt with. */
	public record Coming(long id, LocalDate day, String period, long siteId, String site, String status,
			int appointments) {
	}

	/**
	 * The effect of ends.
	 * @param ends which zones from which days on
	 * @return one effect each, by name
	 */
	public List<Effect> of(Collection<End> ends) {
		return this.jdbc.sql("""
				select e.siren, z.nom_ars as nom, e.day,
				  (select count(*) from consultation_site s where s.zone = e.siren and s.status <> 'CLOSED') as sites,
				  count(h.id) filter (where h.status <> 'CLOSED') as half_days,
				  count(h.id) filter (where h.status = 'TAKEN') as taken,
				  coalesce(sum((select count(*) from appointment a where a.slot_id = h.id and a.status = 'BOOKED')), 0)
				    as appointments
				from unnest(cast(:sirens as text[]), cast(:days as date[])) as e (siren, day)
				join intercommunalite z on z.siren = e.siren
				left join (consultation_site hs join half_day_slot h on h.site_id = hs.id)
				  on hs.zone = e.siren and h.day >= e.day
				group by e.siren, z.nom_ars, e.day order by z.nom_ars""")
			.param("sirens", ends.stream().map(End::siren).toArray(String[]::new))
			.param("days", ends.stream().map((end) -> end.day().toString()).toArray(String[]::new))
			.query(Effect.class)
			.list();
	}

	/** The effect of one end. */
	public Effect of(String siren, LocalDate day) {
		return of(List.of(new End(siren, day))).getFirst();
	}

	/** The first half-days to be dealt with. */
	public List<Coming> coming(String siren, LocalDate day) {
		return this.jdbc.sql("""
				select h.id, h.day, h.period, s.id as site_id, s.nom as site, h.status,
				  (select count(*) from appointment a where a.slot_id = h.id and a.status = 'BOOKED') as appointments
				from consultation_site s join half_day_slot h on h.site_id = s.id
				where s.zone = ? and h.day >= ? and h.status <> 'CLOSED' order by h.day, h.starts_at, h.id limit ?""")
			.params(siren, day, SHOWN)
			.query(Coming.class)
			.list();
	}

	/**
	 * A zone that ends.
	 *
	 * @param siren the zone
	 * @param day the first day it no longer is one
	 */
	public record End(String siren, LocalDate day) {
	}

}
