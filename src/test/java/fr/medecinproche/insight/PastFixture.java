package fr.medecinproche.insight;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.volunteer.Volunteer;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Half-days of the past, as the tables hold them once patients are forgotten. Written
 * straight into them: the services refuse what is over.
 */
public final class PastFixture {

	private final JdbcClient jdbc;

	public PastFixture(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A morning nobody took. */
	public long open(ConsultationSite site, LocalDate day) {
		return slot(site, day, "OPEN", null);
	}

	/** A morning the agency closed. */
	public long closed(ConsultationSite site, LocalDate day) {
		return slot(site, day, "CLOSED", null);
	}

	/** A morning of a doctor. */
	public long taken(ConsultationSite site, LocalDate day, Volunteer doctor) {
		return slot(site, day, "TAKEN", doctor);
	}

	private long slot(ConsultationSite site, LocalDate day, String status, @Nullable Volunteer doctor) {
		return this.jdbc
			.sql("""
					insert into half_day_slot (site_id, day, period, room, starts_at, ends_at, status, volunteer_id, rank,
					  taken_at, opened_at)
					select :site, :day, 'MORNING', (select count(*) + 1 from half_day_slot where site_id = :site and day = :day),
					  '09:00', '12:30', :status, cast(:doctor as bigint), case when cast(:doctor as bigint) is not null then
					  (select count(*) + 1 from half_day_slot where volunteer_id = :doctor
					    and month = date_trunc('month', cast(:day as date))) end,
					  case when cast(:doctor as bigint) is not null then :at end, :at returning id""")
			.param("site", site.getId())
			.param("day", day)
			.param("status", status)
			.param("doctor", (doctor != null) ? doctor.getId() : null)
			.param("at", at(day.minusDays(20)))
			.query(Long.class)
			.single();
	}

	/** Whether the doctor came, as somebody of the agency said. */
	public void said(long slot, boolean held, long agent) {
		this.jdbc.sql("""
				insert into half_day_presence (slot_id, volunteer_id, held, decided_by, decided_at)
				select id, volunteer_id, ?, ?, ends_at + day + interval '1 day' from half_day_slot where id = ?""")
			.params(held, agent, slot)
			.update();
	}

	/** A patient of the nth twenty minutes. */
	public void visit(long slot, int n, String status, @Nullable String regularDoctor) {
		this.jdbc
			.sql("""
					insert into appointment (slot_id, starts_at, ends_at, kind, status, code, for_relative, regular_doctor, channel,
					  created_at, booked_at, forgotten_at, cancelled_at)
					select id, b + :n * interval '20 minutes', b + (:n + 1) * interval '20 minutes', 'CONSULTATION', :status,
					  :code, false, :regular, 'WEB', opened_at, opened_at, b + interval '1 day',
					  case when :status = 'CANCELLED' then opened_at end
					from half_day_slot, lateral (select (day + starts_at) at time zone 'Europe/Paris' as b) begins where id = :slot""")
			.param("slot", slot)
			.param("n", n)
			.param("status", status)
			.param("code", "A" + Long.toString(slot % 1000, 36) + Integer.toString(n, 36))
			.param("regular", regularDoctor)
			.update();
	}

	public void visits(long slot, int from, int count, String status, String regularDoctor) {
		for (int n = from; n < from + count; n++) {
			visit(slot, n, status, regularDoctor);
		}
	}

	private static OffsetDateTime at(LocalDate day) {
		return day.atTime(LocalTime.NOON).atZone(HalfDay.ZONE).toOffsetDateTime();
	}

}
