package fr.medecinproche.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.territory.GeoPoint.BoundingBox;
import fr.medecinproche.volunteer.Volunteer;
import org.jspecify.annotations.Nullable;

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

	private static final BoundingBox EVERYWHERE = new BoundingBox(-90, 90, -180, 180);

	private static final String OFFERED = """
			select s.day, near.km,
			(array_agg(s.id order by s.room) filter (where s.period = 'MORNING'))[1] as morning,
			(array_agg(s.id order by s.room) filter (where s.period = 'AFTERNOON'))[1] as afternoon
			from half_day_slot s
			join unnest(cast(:sites as bigint[]), cast(:kms as float8[])) as near (site_id, km) on near.site_id = s.site_id
			where s.status = 'OPEN' and s.month = any (cast(:months as date[])) and (s.day, s.starts_at) > (:today, :time)
			and not exists (select from half_day_slot mine
			where mine.volunteer_id = :volunteer and mine.day = s.day and mine.period = s.period)
			group by s.day, s.site_id, near.km
			""";

	private final ConsultationSites sites;

	private final HalfDaySlots slots;

	private final JdbcClient jdbc;

	private final Clock clock;

	OpenHalfDays(ConsultationSites sites, HalfDaySlots slots, JdbcClient jdbc, Clock clock) {
		this.sites = sites;
		this.slots = slots;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The open half-days of a month.
	 * @param volunteer whose commune is loaded
	 * @param month a calendar month
	 * @param zone only this zone's, by its SIREN; null for all
	 * @param withinKm only sites at most this far; null for all
	 * @param page which page, from 0; the last one when there are fewer
	 * @param size how many days of a site a page holds
	 * @return by day, then by distance
	 */
	public Page<OfferedDay> in(Volunteer volunteer, YearMonth month, @Nullable String zone, @Nullable Integer withinKm,
			int page, int size) {
		var near = distances(volunteer, zone, withinKm);
		var total = ask("select count(*) from (" + OFFERED + ") offered", volunteer, List.of(month), near)
			.query(Long.class)
			.single();
		var shown = PageRequest.of((int) Math.min(page, Math.max(0, total - 1) / size), size);
		var rows = ask(OFFERED + "order by s.day, near.km, s.site_id limit :size offset :offset", volunteer,
				List.of(month), near)
			.param("size", size)
			.param("offset", shown.getOffset())
			.query(OpenHalfDays::row)
			.list();
		return new PageImpl<>(offered(rows), shown, total);
	}

	/**
	 * The sites nearest to a volunteer that have an open half-day, each with its first
	 * day.
	 * @param volunteer whose commune is loaded
	 * @param months the calendar months looked at
	 * @param howMany how many at most
	 * @return nearest first
	 */
	public List<OfferedDay> nearest(Volunteer volunteer, Collection<YearMonth> months, int howMany) {
		var firsts = OFFERED.replaceFirst("select", "select distinct on (near.km, s.site_id)")
				+ "order by near.km, s.site_id, s.day limit :howMany";
		return offered(ask(firsts, volunteer, months, distances(volunteer, null, null)).param("howMany", howMany)
			.query(OpenHalfDays::row)
			.list());
	}

	private Map<Long, Double> distances(Volunteer volunteer, @Nullable String zone, @Nullable Integer withinKm) {
		var home = volunteer.getCommune().getPosition();
		var box = (withinKm != null) ? home.boundingBox(withinKm) : EVERYWHERE;
		return this.sites.openIn(box.south(), box.north(), box.west(), box.east())
			.stream()
			.filter((site) -> zone == null || site.getZone().getSiren().equals(zone))
			.filter((site) -> withinKm == null || site.getPosition().distanceTo(home) <= withinKm)
			.collect(Collectors.toMap(ConsultationSite::getId, (site) -> site.getPosition().distanceTo(home)));
	}

	private StatementSpec ask(String sql, Volunteer volunteer, Collection<YearMonth> months, Map<Long, Double> near) {
		var now = LocalDateTime.now(this.clock);
		return this.jdbc.sql(sql)
			.param("sites", near.keySet().toArray(Long[]::new))
			.param("kms", near.values().toArray(Double[]::new))
			.param("months", months.stream().map((month) -> month.atDay(1).toString()).toArray(String[]::new))
			.param("today", now.toLocalDate())
			.param("time", now.toLocalTime())
			.param("volunteer", volunteer.getId());
	}

	private List<OfferedDay> offered(List<Row> rows) {
		var ids = rows.stream().flatMap((row) -> Stream.of(row.morning(), row.afternoon())).filter(Objects::nonNull);
		var found = this.slots.findByIdIn(ids.toList())
			.stream()
			.collect(Collectors.toMap(HalfDaySlot::getId, Function.identity()));
		return rows.stream().map((row) -> row.with(found)).toList();
	}

	private static Row row(ResultSet result, int number) throws SQLException {
		return new Row(result.getObject("day", LocalDate.class), result.getDouble("km"),
				result.getObject("morning", Long.class), result.getObject("afternoon", Long.class));
	}

	private record Row(LocalDate day, double km, @Nullable Long morning, @Nullable Long afternoon) {

		OfferedDay with(Map<Long, HalfDaySlot> slots) {
			var first = (this.morning != null) ? slots.get(this.morning) : null;
			var second = (this.afternoon != null) ? slots.get(this.afternoon) : null;
			var site = Objects.requireNonNull((first != null) ? first : second).getSite();
			return new OfferedDay(site, site.getEquipment().stream().sorted().toList(), this.km, this.day, first,
					second);
		}

	}

}
