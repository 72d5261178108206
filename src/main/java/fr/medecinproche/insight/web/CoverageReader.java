package fr.medecinproche.insight.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import fr.medecinproche.insight.Span;
import fr.medecinproche.insight.Tally;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the zones an agent sees and what their half-days add up to, with as many queries
 * whatever the number of zones and of weeks. What a page does not show is not read:
 * counting appointments and looking for free times is most of the work.
 */
@Component
class CoverageReader {

	/**
	 * The zones of the scheme, and those that were or will be in it while they have
	 * half-days; one that is asked for by its number whenever it is. The days of doctors
	 * are looked up site by site, through the index.
	 */
	private static final String ZONES = """
			select z.siren, z.nom_ars as nom, z.departement, z.population, there.sites, there.last_day, there.next_day
			from intercommunalite z cross join lateral (
			  select count(*) filter (where s.status = 'OPEN') as sites, max(last.day) as last_day,
			    min(next.day) as next_day
			  from consultation_site s
			  left join lateral (select f.day from half_day_fact f
			    where f.site_id = s.id and f.taken and f.day <= :today and f.ends_at <= :now and f.held is not false
			    order by f.day desc limit 1) last on true
			  left join lateral (select f.day from half_day_fact f
			    where f.site_id = s.id and f.taken and f.day >= :today and f.ends_at > :now
			    order by f.day limit 1) next on true
			  where s.zone = z.siren) there
			where (z.siren = cast(:siren as text) or cast(:siren as text) is null and (z.priority
			    or exists (select from half_day_fact f where f.zone = z.siren and f.day >= :from and f.day < :until)))
			  and (cast(:perimeter as text) is null or exists (select from intercommunalite_departement p
			    join perimeter_departement seen on seen.departement = p.departement
			    where p.siren = z.siren and seen.perimeter = cast(:perimeter as text)))
			  and (cast(:departement as text) is null or exists (select from intercommunalite_departement p
			    where p.siren = z.siren and p.departement = cast(:departement as text)))
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	CoverageReader(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The whole board an agent asks for, without free times unless it is sorted by them.
	 */
	CoverageBoard board(CoverageFilter filter, @Nullable String perimeter) {
		return board(filter, perimeter, Tally.COLUMNS, filter.order() == CoverageFilter.Order.DELAI);
	}

	/** The same with all free times. */
	CoverageBoard fullBoard(CoverageFilter filter, @Nullable String perimeter) {
		return board(filter, perimeter, Tally.COLUMNS, true);
	}

	/** What a map of a measure is coloured by: half-days, and free times if measured. */
	CoverageBoard halfDays(CoverageFilter filter, @Nullable String perimeter) {
		return board(filter, perimeter, Tally.HALF_DAY_COLUMNS, filter.measure() == Measure.DELAI);
	}

	/** The half-days of all the zones an agent sees in one span, the worst zone first. */
	CoverageBoard halfDays(Span span, @Nullable String perimeter) {
		return board(zones(null, null, perimeter, List.of(span)), List.of(span), CoverageFilter.Order.PIRE,
				Tally.HALF_DAY_COLUMNS);
	}

	private CoverageBoard board(CoverageFilter filter, @Nullable String perimeter, String columns, boolean freeTimes) {
		var spans = filter.spans(today());
		var zones = zones(null, filter.departementCode(), perimeter, spans);
		return board(freeTimes ? free(zones) : zones, spans, filter.order(), columns);
	}

	private CoverageBoard board(List<CoverageZone> zones, List<Span> spans, CoverageFilter.Order order,
			String columns) {
		return CoverageBoard.of(zones, sums(zones, spans, columns), daysOff(zones, spans), spans, order, today());
	}

	/**
	 * One cell of the board, whether or not its zone has anything then; empty where the
	 * agent sees no such zone.
	 */
	Optional<CoverageBoard.Row> cell(String siren, Span span, @Nullable String perimeter) {
		var zones = free(zones(siren, null, perimeter, List.of(span)));
		return board(zones, List.of(span), CoverageFilter.Order.NOM, Tally.COLUMNS).rows().stream().findFirst();
	}

	private List<CoverageZone> zones(@Nullable String siren, @Nullable String departement, @Nullable String perimeter,
			List<Span> spans) {
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("siren", siren);
		parameters.put("perimeter", perimeter);
		parameters.put("departement", departement);
		parameters.put("today", today());
		parameters.put("now", OffsetDateTime.now(this.clock));
		parameters.put("from", spans.getFirst().from());
		parameters.put("until", spans.getLast().until());
		var zones = this.jdbc.sql(ZONES).params(parameters).query(CoverageZone::of).list();
		var times = this.jdbc.sql("select siren, starts_on, ends_on from zone_priority where siren = any (:sirens)")
			.param("sirens", sirens(zones))
			.query(SchemeTimes.Period.class)
			.list()
			.stream()
			.collect(Collectors.groupingBy(SchemeTimes.Period::siren));
		return zones.stream().map((zone) -> zone.with(times.getOrDefault(zone.siren(), List.of()))).toList();
	}

	/** Rows of the board with the days of the first free times of their zones. */
	List<CoverageBoard.Row> withFreeDays(List<CoverageBoard.Row> rows) {
		var zones = free(rows.stream().map(CoverageBoard.Row::zone).toList());
		return IntStream.range(0, rows.size())
			.mapToObj((at) -> new CoverageBoard.Row(zones.get(at), rows.get(at).cells()))
			.toList();
	}

	private List<CoverageZone> free(List<CoverageZone> zones) {
		var days = new HashMap<String, LocalDate>();
		this.jdbc
			.sql("select siren, first_free_day(siren, :now) as day from intercommunalite where siren = any (:sirens)")
			.param("now", OffsetDateTime.now(this.clock))
			.param("sirens", sirens(zones))
			.query((row) -> {
				days.put(row.getString("siren"), row.getObject("day", LocalDate.class));
			});
		return zones.stream().map((zone) -> zone.freeOn(days.get(zone.siren()))).toList();
	}

	/** By zone and first day of the span; what has no half-day is not there. */
	private Map<String, Map<LocalDate, Tally>> sums(List<CoverageZone> zones, List<Span> spans, String columns) {
		var column = spans.getFirst().unit().column();
		var sums = new HashMap<String, Map<LocalDate, Tally>>();
		this.jdbc
			.sql("select f.zone, f." + column + " as first_day, " + columns + " from half_day_fact f "
					+ "where f.zone = any (:sirens) and f.day >= :from and f.day < :until group by f.zone, f." + column)
			.param("sirens", sirens(zones))
			.param("from", spans.getFirst().from())
			.param("until", spans.getLast().until())
			.query((row) -> {
				sums.computeIfAbsent(row.getString("zone"), (zone) -> new HashMap<>())
					.put(row.getObject("first_day", LocalDate.class), Tally.of(row));
			});
		return sums;
	}

	private DaysOff daysOff(List<CoverageZone> zones, List<Span> spans) {
		return new DaysOff(this.jdbc.sql("""
				select s.zone, o.site_id, o.from_day, o.until_day, o.closed
				from (select site_id, from_day, until_day, false as closed from site_no_need where period is null
				    union all select site_id, first_day, last_day, true from site_closure) o
				join consultation_site s on s.id = o.site_id
				where s.zone = any (:sirens) and s.status = 'OPEN' and o.from_day < :until and o.until_day >= :from""")
			.param("sirens", sirens(zones))
			.param("from", spans.getFirst().from())
			.param("until", spans.getLast().until())
			.query(DaysOff.Period.class)
			.list());
	}

	private static String[] sirens(List<CoverageZone> zones) {
		return zones.stream().map(CoverageZone::siren).toArray(String[]::new);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
