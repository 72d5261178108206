package fr.medecinproche.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.volunteer.Volunteer;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a volunteer may take: the half-days to come that are open, at open sites of
 * priority zones, but for those when the volunteer is already somewhere. Distances are
 * from the commune where the volunteer practises. A fixed number of queries answers,
 * however many half-days there are.
 */
@Component
@Transactional(readOnly = true)
public class OpenHalfDays {

	private static final String OFFERED = """
			select s.day, s.site_id, near.km, near.far,
			(array_agg(s.id order by s.room) filter (where s.period = 'MORNING'))[1] as morning,
			(array_agg(s.id order by s.room) filter (where s.period = 'AFTERNOON'))[1] as afternoon
			from half_day_slot s
			join unnest(cast(:sites as bigint[]), cast(:kms as float8[]), cast(:fars as boolean[]))
			as near (site_id, km, far) on near.site_id = s.site_id
			where s.status = 'OPEN' and s.month = any (cast(:months as date[])) and (s.day, s.starts_at) > (:today, :time)
			and (cast(:day as date) is null or s.day = cast(:day as date))
			and extract(isodow from s.day) = any (cast(:weekdays as integer[]))
			and not exists (select from half_day_slot mine
			where mine.volunteer_id = :volunteer and mine.day = s.day and mine.period = s.period)
			and not exists (select from site_no_need n where n.site_id = s.site_id
			and s.day between n.from_day and n.until_day and (n.period is null or n.period = s.period))
			group by s.day, s.site_id, near.km, near.far
			having not :whole or count(distinct s.period) = 2
			""";

	private final ConsultationSites sites;

	private final HalfDaySlots slots;

	private final JdbcClient jdbc;

	private final ChoosingSettings settings;

	private final Clock clock;

	OpenHalfDays(ConsultationSites sites, HalfDaySlots slots, JdbcClient jdbc, ChoosingSettings settings, Clock clock) {
		this.sites = sites;
		this.slots = slots;
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * The open half-days a doctor wishes for.
	 * @param volunteer whose commune is loaded
	 * @param wish which of them
	 * @param page which page, from 0; the last one when there are fewer
	 * @param size how many days of a site a page holds
	 * @return by day, then by distance; where the road is long, whole days come first
	 */
	public Page<OfferedDay> in(Volunteer volunteer, HalfDayWish wish, int page, int size) {
		var near = near(volunteer, wish.place());
		var total = ask("select count(*) from (" + OFFERED + ") offered", volunteer, wish, near).query(Long.class)
			.single();
		var shown = PageRequest.of((int) Math.min(page, Math.max(0, total - 1) / size), size);
		var rows = ask(OFFERED + """
				order by s.day, near.far and count(distinct s.period) < 2, near.km, s.site_id
				limit :size offset :offset""", volunteer, wish, near).param("size", size)
			.param("offset", shown.getOffset())
			.query(OpenHalfDays::row)
			.list();
		return new PageImpl<>(offered(rows), shown, total);
	}

	/**
	 * How much is open each day.
	 * @param volunteer whose commune is loaded
	 * @param wish which half-days
	 * @return only days with something open, in order
	 */
	public SequencedMap<LocalDate, OpenDay> byDay(Volunteer volunteer, HalfDayWish wish) {
		var sql = "select day, count(*) as places, count(morning) + count(afternoon) as half_days from (" + OFFERED
				+ ") offered group by day";
		return ask(sql, volunteer, wish, near(volunteer, wish.place())).query(OpenDay.class)
			.stream()
			.collect(Collectors.toMap(OpenDay::day, Function.identity(), (one, other) -> one, TreeMap::new));
	}

	/**
	 * All open half-days of some months at the sites nearest to a doctor, for choosing
	 * among them.
	 * @param volunteer whose commune is loaded
	 * @param months the calendar months looked at
	 * @param howMany how many sites at most
	 * @return by day, then by distance
	 */
	List<Opening> around(Volunteer volunteer, Collection<YearMonth> months, int howMany) {
		if (months.isEmpty()) {
			return List.of();
		}
		var near = near(volunteer, HalfDayWish.Place.ANY).stream()
			.sorted(Comparator.comparingDouble(Near::km))
			.limit(howMany)
			.toList();
		return ask(OFFERED + "order by s.day, near.km, s.site_id", volunteer, HalfDayWish.all(months.iterator().next()),
				near)
			.param("months", firstDays(months))
			.query(OpenHalfDays::row)
			.list();
	}

	/**
	 * Openings as a page shows them.
	 * @param rows few of them
	 * @return in the same order
	 */
	List<OfferedDay> offered(List<Opening> rows) {
		var ids = rows.stream().flatMap((row) -> Stream.of(row.morning(), row.afternoon())).filter(Objects::nonNull);
		var found = this.slots.findByIdIn(ids.toList())
			.stream()
			.collect(Collectors.toMap(HalfDaySlot::getId, Function.identity()));
		return rows.stream().map((row) -> row.with(found)).toList();
	}

	private List<Near> near(Volunteer volunteer, HalfDayWish.Place place) {
		var home = volunteer.getCommune().getPosition();
		var longRoad = this.settings.longRoad();
		return this.sites.openIn(-90, 90, -180, 180)
			.stream()
			.filter((site) -> place.suits(site, site.getPosition().distanceTo(home)))
			.map((site) -> Near.of(site, site.getPosition().distanceTo(home), longRoad))
			.toList();
	}

	private StatementSpec ask(String sql, Volunteer volunteer, HalfDayWish wish, List<Near> near) {
		var now = LocalDateTime.now(this.clock);
		var weekdays = wish.weekdays().isEmpty() ? Stream.of(DayOfWeek.values()) : wish.weekdays().stream();
		return this.jdbc.sql(sql)
			.param("sites", near.stream().map(Near::siteId).toArray(Long[]::new))
			.param("kms", near.stream().map(Near::km).toArray(Double[]::new))
			.param("fars", near.stream().map(Near::far).toArray(Boolean[]::new))
			.param("months", firstDays(List.of(wish.month())))
			.param("today", now.toLocalDate())
			.param("time", now.toLocalTime())
			.param("day", wish.day())
			.param("weekdays", weekdays.map(DayOfWeek::getValue).toArray(Integer[]::new))
			.param("whole", wish.wholeDays())
			.param("volunteer", volunteer.getId());
	}

	private static String[] firstDays(Collection<YearMonth> months) {
		return months.stream().map((month) -> month.atDay(1).toString()).toArray(String[]::new);
	}

	private static Opening row(ResultSet result, int number) throws SQLException {
		return new Opening(result.getLong("site_id"), result.getDouble("km"), result.getObject("day", LocalDate.class),
				result.getObject("morning", Long.class), result.getObject("afternoon", Long.class));
	}

	private record Near(long siteId, double km, boolean far) {

		static Near of(ConsultationSite site, double km, Duration longRoad) {
			return new Near(site.getId(), km, RoadTime.of(km).isLong(longRoad));
		}

	}

}
