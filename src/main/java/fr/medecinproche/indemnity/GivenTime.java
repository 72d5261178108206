package fr.medecinproche.indemnity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import fr.medecinproche.schedule.Period;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What doctors gave: the half-days that were held and confirmed, the patients they saw.
 */
@Component
@Transactional(readOnly = true)
public class GivenTime {

	/** A half-day that was entered, and not taken back since. */
	private static final String HELD = """
			from indemnity_line l join half_day_slot h on h.id = l.slot_id
			join consultation_site p on p.id = h.site_id join commune c on c.insee = p.commune
			where l.volunteer_id = :doctor and l.kind = 'ENTRY' and l.day >= :from and l.day < :until
			  and l.amount_cents + coalesce((select sum(k.amount_cents) from indemnity_line k
			    where k.corrects_id = l.id), 0) > 0
			""";

	private final JdbcClient jdbc;

	GivenTime(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What a doctor gave.
	 * @param volunteerId the doctor
	 * @param from the first month
	 * @param until the last month, included
	 * @return the half-days by day, and how many consultations took place in them
	 */
	public Given of(long volunteerId, YearMonth from, YearMonth until) {
		var halfDays = this.jdbc
			.sql("select l.day, l.period, p.nom as site, coalesce(h.stop_town, c.nom) as commune " + HELD
					+ "order by l.day, l.period desc")
			.param("doctor", volunteerId)
			.param("from", from.atDay(1))
			.param("until", until.plusMonths(1).atDay(1))
			.query(HeldHalfDay.class)
			.list();
		int consultations = this.jdbc
			.sql("select count(*) from appointment a where a.status = 'HONOURED' and a.slot_id in (select l.slot_id "
					+ HELD + ")")
			.param("doctor", volunteerId)
			.param("from", from.atDay(1))
			.param("until", until.plusMonths(1).atDay(1))
			.query(Integer.class)
			.single();
		return new Given(halfDays, consultations);
	}

	/**
	 * What a doctor gave.
	 *
	 * @param halfDays the half-days, by day
	 * @param consultations how many patients came
	 */
	public record Given(List<HeldHalfDay> halfDays, int consultations) {

		public boolean isNothing() {
			return this.halfDays.isEmpty();
		}

	}

	/**
	 * A half-day that was held.
	 *
	 * @param day its day
	 * @param period its half
	 * @param site where
	 * @param commune the site's commune
	 */
	public record HeldHalfDay(LocalDate day, Period period, String site, String commune) {
	}

}
