package fr.medecinproche.local;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

import fr.medecinproche.appointment.BookingCode;
import fr.medecinproche.schedule.PublicHolidays;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Eight months that are over, so that reports have something to tell: whole days at the
 * open sites, more and more of them taken, held and paid, patients who are forgotten
 * already, and how long others had to wait.
 */
@Component
@OnLocalMachine
@Order(20)
class DemoPast implements DemoPart {

	private static final int MONTHS = 8;

	private static final int TIMES = 10;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	/** The same one each time, so that two runs of one day look alike. */
	private final Random random = new Random(27);

	DemoPast(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void create() {
		var present = YearMonth.now(this.clock);
		for (int ago = MONTHS; ago > 0; ago--) {
			halfDays(present.minusMonths(ago), MONTHS - ago);
		}
		visits(present);
		presences(present);
		statements(present);
		waits();
	}

	/**
	 * Not at the demo host's site, whose past is told elsewhere, nor at the bus, which
	 * stopped nowhere then.
	 */
	private void halfDays(YearMonth month, int sinceTheStart) {
		var doctors = new ArrayDeque<>(freeDoctors(month));
		var sites = this.jdbc.queryForList("""
				select id from consultation_site where status = 'OPEN' and kind <> 'MEDICOBUS'
				and id not in (select site_id from site_host) order by id""", Long.class);
		var rows = new ArrayList<Object[]>();
		for (var site : sites) {
			var days = workingDays(month);
			rows.addAll(wholeDay(site, days.getFirst(), doctor(doctors, 0.35 + 0.06 * sinceTheStart)));
			if (this.random.nextInt(3) == 0) {
				rows.addAll(wholeDay(site, days.getLast(), doctor(doctors, 0.5)));
			}
		}
		this.jdbc.batchUpdate(
				"""
						insert into half_day_slot (site_id, day, period, room, starts_at, ends_at, status, volunteer_id, rank, taken_at,
						  opened_at)
						select s.id, w.day, w.period, 1, case w.period when 'MORNING' then s.morning_start else s.afternoon_start end,
						  case w.period when 'MORNING' then s.morning_end else s.afternoon_end end,
						  case when w.doctor is null then 'OPEN' else 'TAKEN' end, w.doctor, w.rank,
						  case when w.doctor is not null then w.day - interval '20 days' end, w.day - interval '40 days'
						from (values (cast(? as bigint), cast(? as date), ?, cast(? as bigint), cast(? as smallint)))
						  w (site, day, period, doctor, rank) join consultation_site s on s.id = w.site""",
				rows);
	}

	/** Each comes for one day a month at most. */
	private @Nullable Long doctor(Deque<Long> doctors, double likely) {
		return (this.random.nextDouble() < likely) ? doctors.poll() : null;
	}

	private static List<Object[]> wholeDay(long site, LocalDate day, @Nullable Long doctor) {
		return List.of(new @Nullable Object[] { site, day, "MORNING", doctor, (doctor != null) ? 1 : null },
				new @Nullable Object[] { site, day, "AFTERNOON", doctor, (doctor != null) ? 2 : null });
	}

	private List<LocalDate> workingDays(YearMonth month) {
		var days = new ArrayList<>(month.atDay(1)
			.datesUntil(month.plusMonths(1).atDay(1))
			.filter((day) -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
			.filter((day) -> !PublicHolidays.falls(day))
			.toList());
		Collections.shuffle(days, this.random);
		return days;
	}

	private List<Long> freeDoctors(YearMonth month) {
		var doctors = new ArrayList<>(this.jdbc.queryForList("""
				select v.id from volunteer v where v.file_status = 'ACTIVE' and not exists (select from half_day_slot h
				  where h.volunteer_id = v.id and h.month = ?) order by v.id""", Long.class, month.atDay(1)));
		Collections.shuffle(doctors, this.random);
		return doctors;
	}

	private void visits(YearMonth present) {
		var slots = this.jdbc.queryForList("""
				select h.id from half_day_slot h where h.status = 'TAKEN' and h.month < ?
				and not exists (select from appointment a where a.slot_id = h.id) order by h.id""", Long.class,
				present.atDay(1));
		var rows = new ArrayList<Object[]>();
		for (var slot : slots) {
			double share = 0.5 + 0.5 * this.random.nextDouble();
			for (int n = 0; n < TIMES; n++) {
				if (this.random.nextDouble() < share) {
					rows.add(new Object[] { n, n, (this.random.nextInt(12) == 0) ? "ABSENT" : "HONOURED",
							BookingCode.draw(this.random).value(),
							List.of("NO", "NO", "NO", "UNREACHABLE", "YES").get(this.random.nextInt(5)), slot, n });
				}
			}
		}
		this.jdbc.batchUpdate(
				"""
						insert into appointment (slot_id, starts_at, ends_at, kind, status, code, regular_doctor, for_relative, channel,
						  created_at, booked_at, forgotten_at)
						select h.id, b.begins + ? * interval '20 minutes', b.begins + (? + 1) * interval '20 minutes', 'CONSULTATION',
						  ?, ?, ?, false, 'WEB', h.opened_at, h.opened_at, b.begins + interval '1 day'
						from half_day_slot h, lateral (select (h.day + h.starts_at) at time zone 'Europe/Paris' as begins) b
						where h.id = ? and h.starts_at + (? + 1) * interval '20 minutes' <= h.ends_at""",
				rows);
	}

	private void presences(YearMonth present) {
		this.jdbc.update("""
				insert into half_day_presence (slot_id, volunteer_id, held, decided_by, decided_at)
				select h.id, h.volunteer_id, h.volunteer_id % 13 <> 0, a.id,
				  (h.day + interval '1 day 8 hours') at time zone 'Europe/Paris'
				from half_day_slot h join account a on a.email = ? where h.status = 'TAKEN' and h.month < ?
				and h.site_id not in (select site_id from site_host)""", DemoSignIn.AGENT.email(), present.atDay(1));
	}

	/** What was held is paid: nothing is left to do of those months. */
	private void statements(YearMonth present) {
		var until = present.atDay(1);
		var held = """
				from half_day_presence p join half_day_slot h on h.id = p.slot_id
				where p.held and h.month < ? and h.site_id not in (select site_id from site_host)""";
		this.jdbc
			.update("insert into indemnity_statement (volunteer_id, month) select distinct h.volunteer_id, h.month "
					+ held + " on conflict do nothing", until);
		this.jdbc
			.update("""
					insert into indemnity_line (statement_id, slot_id, volunteer_id, day, period, amount_cents, confirmed_by,
					  confirmed_at)
					select (select s.id from indemnity_statement s where s.volunteer_id = h.volunteer_id and s.month = h.month),
					  h.id, h.volunteer_id, h.day, h.period, 10000, p.decided_by, p.decided_at
					"""
					+ held, until);
		var mine = " where closed_at is null and exists (select from indemnity_line l join half_day_slot h "
				+ "on h.id = l.slot_id where l.statement_id = indemnity_statement.id "
				+ "and h.site_id not in (select site_id from site_host))";
		this.jdbc
			.update("""
					update indemnity_statement set ready_at = month + interval '1 month', confirmed_at = month + interval '1 month',
					  confirmed_cents = (select sum(l.amount_cents) from indemnity_line l where l.statement_id = indemnity_statement.id)
					"""
					+ mine);
		this.jdbc.update("update indemnity_statement set closed_at = confirmed_at, "
				+ "closed_by = (select id from account where email = ?)" + mine, DemoSignIn.AGENT.email());
	}

	private void waits() {
		var today = LocalDate.now(this.clock);
		this.jdbc.update(
				"""
						insert into zone_snapshot (day, zone, free_day)
						select d.day, z.siren, case when dice % 9 > 1 then d.day + (3 + dice % 29 + abs(hashtext(z.siren)) % 15) end
						from (select cast(generate_series(cast(? as date), cast(? as date), interval '1 day') as date) as day) d
						cross join intercommunalite z,
						lateral (select abs(hashtext(z.siren || to_char(d.day, 'IYYY-IW'))) as dice) thrown
						where z.priority""",
				today.minusMonths(MONTHS), today.minusDays(1));
	}

}
