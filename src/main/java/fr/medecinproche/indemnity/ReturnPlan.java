package fr.medecinproche.indemnity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.medecinproche.indemnity.Wish.Obstacle;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.schedule.SchedulingService;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coming again next month as one came last: the second Tuesday after the second Tuesday.
 * It proposes; {@link SchedulingService} decides.
 */
@Component
@Transactional(readOnly = true)
public class ReturnPlan {

	private static final int DAYS_A_WEEK = 7;

	private final JdbcClient jdbc;

	private final SchedulingService scheduling;

	private final Clock clock;

	ReturnPlan(JdbcClient jdbc, SchedulingService scheduling, Clock clock) {
		this.jdbc = jdbc;
		this.scheduling = scheduling;
		this.clock = clock;
	}

	/**
	 * What a doctor might do again.
	 * @param volunteerId the doctor
	 * @return empty when the doctor has not come yet
	 */
	public Optional<Return> of(long volunteerId) {
		var held = lastMonth(volunteerId);
		if (held.isEmpty()) {
			return Optional.empty();
		}
		var last = YearMonth.from(held.getFirst().day());
		var month = following(last, held);
		var slots = slots(volunteerId, month, held);
		int left = this.scheduling.cap(volunteerId, month).left();
		var wishes = new ArrayList<Wish>();
		for (var half : held) {
			long open = wishes.stream().filter(Wish::isOpen).count();
			wishes.add(wish(half, month, slots, volunteerId, left - (int) open));
		}
		return Optional.of(new Return(last, month, wishes));
	}

	/** The half-days of the last month the doctor came, but those noted as not held. */
	private List<Held> lastMonth(long volunteerId) {
		return this.jdbc.sql("""
				select h.day, h.period, h.site_id, s.nom as site, coalesce(h.stop_town, c.nom) as commune,
				  s.status = 'OPEN' and z.priority as open
				from half_day_slot h join consultation_site s on s.id = h.site_id
				join commune c on c.insee = s.commune join intercommunalite z on z.siren = s.zone
				left join half_day_presence p on p.slot_id = h.id
				where h.volunteer_id = :doctor and p.held is not false and h.month = (select max(l.month)
				  from half_day_slot l left join half_day_presence q on q.slot_id = l.id
				  where l.volunteer_id = :doctor and q.held is not false
				    and (l.day + l.ends_at) at time zone 'Europe/Paris' <= :now)
				order by h.day, h.period desc""")
			.param("doctor", volunteerId)
			.param("now", OffsetDateTime.now(this.clock))
			.query(Held.class)
			.list();
	}

	/** The next month with one of those days still to come; the next but one at most. */
	private YearMonth following(YearMonth last, List<Held> held) {
		var today = LocalDate.now(this.clock);
		var month = last.plusMonths(1);
		while (month.isBefore(YearMonth.from(today).plusMonths(1)) && !stillToCome(month, held, today)) {
			month = month.plusMonths(1);
		}
		return month;
	}

	private static boolean stillToCome(YearMonth month, List<Held> held, LocalDate today) {
		return held.stream().map((half) -> half.in(month)).anyMatch((day) -> day != null && day.isAfter(today));
	}

	private List<Slot> slots(long volunteerId, YearMonth month, List<Held> held) {
		return this.jdbc.sql("""
				select id, site_id, day, period, starts_at, status = 'OPEN' as open, status = 'CLOSED' as closed,
				  volunteer_id
				from half_day_slot where day >= :from and day < :until
				  and (site_id = any (:sites) or volunteer_id = :doctor) order by room, id""")
			.param("from", month.atDay(1))
			.param("until", month.plusMonths(1).atDay(1))
			.param("sites", held.stream().map(Held::siteId).distinct().toArray(Long[]::new))
			.param("doctor", volunteerId)
			.query(Slot.class)
			.list();
	}

	private Wish wish(Held held, YearMonth month, List<Slot> slots, long volunteerId, int left) {
		var day = held.in(month);
		if (day == null) {
			return held.wish(null, null, Obstacle.NO_SUCH_DAY);
		}
		var then = slots.stream().filter((slot) -> slot.isAt(new HalfDay(day, held.period()))).toList();
		var mine = then.stream().filter((slot) -> slot.volunteerId() != null && slot.volunteerId() == volunteerId);
		var elsewhere = mine.findFirst().map(Slot::siteId);
		if (elsewhere.isPresent()) {
			return held.wish(day, null,
					(elsewhere.get() == held.siteId()) ? Obstacle.ALREADY_YOURS : Obstacle.ALREADY_ELSEWHERE);
		}
		var there = then.stream().filter((slot) -> slot.siteId() == held.siteId()).toList();
		var open = there.stream().filter(Slot::open).findFirst();
		if (open.isEmpty()) {
			return held.wish(day, null, absent(there));
		}
		var obstacle = obstacle(held, open.get(), left);
		return held.wish(day, (obstacle == null) ? open.get().id() : null, obstacle);
	}

	private @Nullable Obstacle obstacle(Held held, Slot slot, int left) {
		if (!held.open()) {
			return Obstacle.SITE_NOT_OPEN;
		}
		if (!slot.day().atTime(slot.startsAt()).isAfter(LocalDateTime.now(this.clock))) {
			return Obstacle.TOO_LATE;
		}
		return (left <= 0) ? Obstacle.MONTH_FULL : null;
	}

	private static Obstacle absent(List<Slot> there) {
		return there.stream().allMatch(Slot::closed) ? Obstacle.NOT_OPENED : Obstacle.TAKEN;
	}

	/**
	 * What a doctor might do again.
	 *
	 * @param last the month the doctor came last
	 * @param month the month to come
	 * @param wishes the half-days, by day
	 */
	public record Return(YearMonth last, YearMonth month, List<Wish> wishes) {

		public List<Wish> open() {
			return this.wishes.stream().filter(Wish::isOpen).toList();
		}

		public List<Wish> refused() {
			return this.wishes.stream().filter((wish) -> !wish.isOpen()).toList();
		}

	}

	private record Held(LocalDate day, Period period, long siteId, String site, String commune, boolean open) {

		/** The same weekday of another month: the second Tuesday, if there is one. */
		@Nullable LocalDate in(YearMonth month) {
			int rank = (this.day.getDayOfMonth() - 1) / DAYS_A_WEEK + 1;
			var same = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(rank, this.day.getDayOfWeek()));
			return YearMonth.from(same).equals(month) ? same : null;
		}

		Wish wish(@Nullable LocalDate then, @Nullable Long slotId, @Nullable Obstacle obstacle) {
			return new Wish(this.day, then, this.period, this.site, this.commune, slotId, obstacle);
		}

	}

	private record Slot(long id, long siteId, LocalDate day, Period period, LocalTime startsAt, boolean open,
			boolean closed, @Nullable Long volunteerId) {

		boolean isAt(HalfDay halfDay) {
			return halfDay.equals(new HalfDay(this.day, this.period));
		}

	}

}
