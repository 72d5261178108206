package fr.medecinproche.local;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Random;

import fr.medecinproche.appointment.BookingCode;
import fr.medecinproche.schedule.HalfDay;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Half-days of the last two months at the demo host's site: the demo doctor's, closed two
 * months ago, a month that is ready to be closed, and to be checked last month; a
 * colleague's that is disputed; others nobody has confirmed. Written at once, so that
 * nobody gets a letter.
 */
@Component
@OnLocalMachine
@Order(9)
class DemoPresences implements DemoPart {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Random random = new Random(69);

	DemoPresences(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void create() {
		var last = YearMonth.now(this.clock).minusMonths(1);
		long doctor = this.jdbc
			.sql("select v.id from volunteer v join account a on a.id = v.account_id where a.email = ?")
			.param(DemoSignIn.VOLUNTEER.email())
			.query(Long.class)
			.single();
		var others = this.jdbc
			.sql("select id from volunteer where file_status = 'ACTIVE' and id <> ? order by id limit 2")
			.param(doctor)
			.query(Long.class)
			.list();
		wholeDay(doctor, last.minusMonths(1), DayOfWeek.TUESDAY, true);
		close(confirmed(ready(doctor, last.minusMonths(1))));
		wholeDay(others.getFirst(), last.minusMonths(1), DayOfWeek.WEDNESDAY, true);
		confirmed(ready(others.getFirst(), last.minusMonths(1)));
		wholeDay(doctor, last, DayOfWeek.TUESDAY, true);
		ready(doctor, last);
		wholeDay(others.getFirst(), last, DayOfWeek.WEDNESDAY, true);
		dispute(ready(others.getFirst(), last));
		wholeDay(others.getLast(), last, DayOfWeek.THURSDAY, false);
	}

	/** The second such day of the month, morning and afternoon. */
	private void wholeDay(long doctor, YearMonth month, DayOfWeek weekday, boolean held) {
		var day = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(2, weekday));
		var rank = 1;
		for (var period : new String[] { "MORNING", "AFTERNOON" }) {
			long slot = slot(doctor, day, period, rank++);
			visits(slot);
			if (held) {
				hold(slot, day);
			}
		}
	}

	private long slot(long doctor, LocalDate day, String period, int rank) {
		return this.jdbc
			.sql("""
					insert into half_day_slot (site_id, day, period, room, starts_at, ends_at, status, volunteer_id, rank,
					  taken_at, opened_at)
					select s.id, :day, :period, 1, case :period when 'MORNING' then s.morning_start else s.afternoon_start end,
					  case :period when 'MORNING' then s.morning_end else s.afternoon_end end, 'TAKEN', :doctor, :rank,
					  :taken, :taken
					from consultation_site s join site_host t on t.site_id = s.id join account a on a.id = t.account_id
					where a.email = :host returning id""")
			.param("day", day)
			.param("period", period)
			.param("doctor", doctor)
			.param("rank", rank)
			.param("taken", at(day.minusDays(30)))
			.param("host", DemoSignIn.HOST.email())
			.query(Long.class)
			.single();
	}

	/** Who came is forgotten already. */
	private void visits(long slot) {
		for (int number = this.random.nextInt(5, 9); number > 0; number--) {
			this.jdbc.sql("""
					insert into appointment (slot_id, starts_at, ends_at, kind, status, code, for_relative, channel,
					  created_at, booked_at, forgotten_at)
					select id, opening + :from * interval '20 minutes', opening + :to * interval '20 minutes',
					  'CONSULTATION', 'HONOURED', :code, false, 'WEB', opened_at, opened_at, opening + interval '1 day'
					from half_day_slot, lateral (select (day + starts_at) at time zone 'Europe/Paris' as opening)
					where id = :slot""")
				.param("slot", slot)
				.param("from", number - 1)
				.param("to", number)
				.param("code", BookingCode.draw(this.random).value())
				.update();
		}
	}

	private void hold(long slot, LocalDate day) {
		long host = account(DemoSignIn.HOST);
		this.jdbc.sql("""
				insert into half_day_presence (slot_id, volunteer_id, held, decided_by, decided_at)
				select id, volunteer_id, true, ?, ? from half_day_slot where id = ?""")
			.params(host, at(day.plusDays(1)), slot)
			.update();
		this.jdbc.sql("""
				insert into indemnity_statement (volunteer_id, month) select volunteer_id, month from half_day_slot
				where id = ? on conflict do nothing""").param(slot).update();
		this.jdbc
			.sql("""
					insert into indemnity_line (statement_id, slot_id, volunteer_id, day, period, amount_cents, confirmed_by,
					  confirmed_at)
					select s.id, h.id, h.volunteer_id, h.day, h.period, 10000, ?, ? from half_day_slot h
					join indemnity_statement s on s.volunteer_id = h.volunteer_id and s.month = h.month where h.id = ?""")
			.params(host, at(day.plusDays(1)), slot)
			.update();
	}

	private long ready(long doctor, YearMonth month) {
		return this.jdbc.sql("""
				update indemnity_statement set ready_at = ? where volunteer_id = ? and month = ? returning id""")
			.params(at(month.atEndOfMonth().plusDays(1)), doctor, month.atDay(1))
			.query(Long.class)
			.single();
	}

	private long confirmed(long statement) {
		this.jdbc.sql("""
				update indemnity_statement set confirmed_at = ready_at + interval '1 hour', confirmed_cents = 20000
				where id = ?""").param(statement).update();
		return statement;
	}

	private void close(long statement) {
		this.jdbc.sql("""
				update indemnity_statement set closed_at = ready_at + interval '5 hours', closed_by = ? where id = ?""")
			.params(account(DemoSignIn.AGENT), statement)
			.update();
	}

	private void dispute(long statement) {
		this.jdbc
			.sql("""
					insert into indemnity_dispute (statement_id, day, period, reason, comment, raised_by, raised_at)
					select s.id, l.day, l.period, 'NOT_HELD', 'Je n’ai pas pu rester l’après-midi.', v.account_id, s.ready_at
					from indemnity_statement s join indemnity_line l on l.statement_id = s.id and l.period = 'AFTERNOON'
					join volunteer v on v.id = s.volunteer_id where s.id = ?""")
			.param(statement)
			.update();
	}

	private long account(DemoSignIn signIn) {
		return this.jdbc.sql("select id from account where email = ?").param(signIn.email()).query(Long.class).single();
	}

	private static OffsetDateTime at(LocalDate day) {
		return day.atTime(8, 0).atZone(HalfDay.ZONE).toOffsetDateTime();
	}

}
