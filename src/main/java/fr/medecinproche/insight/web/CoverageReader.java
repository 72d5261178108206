package fr.medecinproche.insight.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.medecinproche.insight.Figures;
import fr.medecinproche.insight.Span;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the zones an agent sees and what their half-days add up to, with three queries
 * whatever the number of zones and of weeks.
 */
@Component
class CoverageReader {

	private static final String ZONES = """
			select z.siren, z.nom_ars as nom, z.departement, z.population,
			  (select count(*) from consultation_site s where s.zone = z.siren and s.status = 'OPEN') as sites,
			  (select max(f.day) from half_day_fact f
			    where f.zone = z.siren and f.taken and f.day <= :today and f.ends_at <= :now and f.held is not false) as last_day,
			  (select min(f.day) from half_day_fact f
			    where f.zone = z.siren and f.taken and f.day >= :today and f.ends_at > :now) as next_day,
			  first_free_day(z.siren, :now) as free_day
			from intercommunalite z where z.priority
			  and (cast(:siren as text) is null or z.siren = cast(:siren as text))
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

	/** The whole board an agent asks for. */
	CoverageBoard board(CoverageFilter filter, @Nullable String perimeter) {
		var today = today();
		return board(zones(filter.departementCode(), perimeter), filter.spans(today), filter.order());
	}

	private CoverageBoard board(List<CoverageZone> zones, List<Span> spans, CoverageFilter.Order order) {
		return CoverageBoard.of(zones, sums(zones, spans), unwanted(zones, spans), spans, order, today());
	}

	/** The board of all the zones an agent sees over one span, the worst first. */
	CoverageBoard board(Span span, @Nullable String perimeter) {
		return board(zones(null, perimeter), List.of(span), CoverageFilter.Order.PIRE);
	}

	/** One cell of the board; empty where the agent sees no such zone. */
	Optional<CoverageBoard.Row> cell(String siren, Span span, @Nullable String perimeter) {
		var zones = zones(siren, null, perimeter);
		return board(zones, List.of(span), CoverageFilter.Order.NOM).rows().stream().findFirst();
	}

	private List<CoverageZone> zones(@Nullable String departement, @Nullable String perimeter) {
		return zones(null, departement, perimeter);
	}

	private List<CoverageZone> zones(@Nullable String siren, @Nullable String departement, @Nullable String perimeter) {
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("siren", siren);
		parameters.put("perimeter", perimeter);
		parameters.put("departement", departement);
		parameters.put("today", today());
		parameters.put("now", OffsetDateTime.now(this.clock));
		return this.jdbc.sql(ZONES).params(parameters).query(CoverageZone.class).list();
	}

	/** By zone and first day of the span; what has no half-day is not there. */
	private Map<String, Map<LocalDate, Figures>> sums(List<CoverageZone> zones, List<Span> spans) {
		var column = spans.getFirst().unit().column();
		var sums = new HashMap<String, Map<LocalDate, Figures>>();
		this.jdbc
			.sql("select f.zone, f." + column + " as first_day, " + Figures.COLUMNS + " from half_day_fact f "
					+ "where f.zone = any (:sirens) and f.day >= :from and f.day < :until group by f.zone, f." + column)
			.param("sirens", zones.stream().map(CoverageZone::siren).toArray(String[]::new))
			.param("from", spans.getFirst().from())
			.param("until", spans.getLast().until())
			.query(Sum.class)
			.list()
			.forEach((sum) -> sums.computeIfAbsent(sum.zone(), (zone) -> new HashMap<>())
				.put(sum.firstDay(), sum.figures()));
		return sums;
	}

	private Unwanted unwanted(List<CoverageZone> zones, List<Span> spans) {
		return new Unwanted(this.jdbc.sql("""
				select s.zone, n.site_id, n.from_day, n.until_day
				from site_no_need n join consultation_site s on s.id = n.site_id
				where s.zone = any (:sirens) and s.status = 'OPEN' and n.period is null
				  and n.from_day < :until and n.until_day >= :from""")
			.param("sirens", zones.stream().map(CoverageZone::siren).toArray(String[]::new))
			.param("from", spans.getFirst().from())
			.param("until", spans.getLast().until())
			.query(Unwanted.Period.class)
			.list());
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/**
	 * A row of sums.
	 */
	record Sum(String zone, LocalDate firstDay, int opened, int taken, int held, int closed, int offered, int booked,
			int honoured, int absent) {

		Figures figures() {
			return new Figures(this.opened, this.taken, this.held, this.closed, this.offered, this.booked,
					this.honoured, this.absent);
		}

	}

}
