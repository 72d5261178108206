package fr.medecinproche.territory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.territory.need.NeedIndex;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The priority zones with the figures agents compare them by, read from the tables of
 * several rooms. Whatever is asked is asked within the agent's perimeter.
 */
@Component
class ZoneDirectory {

	private static final int PAGE_SIZE = 50;

	private static final String FIGURES = """
			from intercommunalite z join departement d on d.code = z.departement
			cross join lateral (select count(*) as communes from commune c where c.zone = z.siren) c
			cross join lateral (select count(*) as sites from consultation_site s
			  where s.zone = z.siren and s.status = 'OPEN') s
			cross join lateral (select count(*) as half_days, count(*) filter (where h.status = 'TAKEN') as taken
			  from consultation_site hs join half_day_slot h on h.site_id = hs.id
			  where hs.zone = z.siren and h.day >= :today and h.status <> 'CLOSED') h
			""";

	private static final String SEEN = FIGURES + """
			where z.priority
			  and (cast(:perimeter as text) is null or exists (select from intercommunalite_departement p
			    where p.siren = z.siren and p.departement in (select departement from perimeter_departement
			    where perimeter = cast(:perimeter as text))))
			""";

	private static final String FILTERED = SEEN + """
			  and (cast(:departement as text) is null or exists (select from intercommunalite_departement p
			    where p.siren = z.siren and p.departement = cast(:departement as text)))
			  and (cast(:name as text) is null or z.folded like '%' || cast(:name as text) || '%'
			    or z.siren in (select c.zone from commune_name n join commune c on c.insee = n.insee
			      where n.folded ~>=~ cast(:name as text) and n.folded ~<~ (cast(:name as text) || :last)))
			""";

	private static final String ROW = """
			select z.siren, z.nom_ars as nom, z.departement, d.nom as departement_nom, z.population,
			  c.communes, s.sites, h.half_days, h.taken
			""";

	private static final String TOTALS = """
			select count(*) as zones, coalesce(sum(z.population), 0) as population,
			  coalesce(sum(c.communes), 0) as communes, coalesce(sum(s.sites), 0) as sites,
			  coalesce(sum(h.half_days), 0) as half_days, coalesce(sum(h.taken), 0) as taken
			""";

	private static final Map<ZoneFilter.Order, String> ORDER = Map.of(ZoneFilter.Order.DEPARTEMENT,
			"z.departement, z.nom_ars", ZoneFilter.Order.NOM, "z.folded", ZoneFilter.Order.POPULATION,
			"z.population desc", ZoneFilter.Order.DEMI_JOURNEES, "h.half_days, z.population desc",
			ZoneFilter.Order.BESOIN, """
					(select n.score from unnest(cast(:sirens as text[]), cast(:scores as float8[])) as n (siren, score)
					  where n.siren = z.siren) desc nulls last, z.departement, z.nom_ars""");

	private final JdbcClient jdbc;

	private final Clock clock;

	ZoneDirectory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The sums over all the zones a filter keeps, whatever the page. */
	Totals totals(ZoneFilter filter, @Nullable String perimeter) {
		return this.jdbc.sql(TOTALS + FILTERED).params(parameters(filter, perimeter)).query(Totals.class).single();
	}

	/** How many zones an agent sees. */
	int all(@Nullable String perimeter) {
		return this.jdbc.sql("""
				select count(*) from intercommunalite z where z.priority
				  and (cast(:perimeter as text) is null or exists (select from intercommunalite_departement p
				    where p.siren = z.siren and p.departement in (select departement from perimeter_departement
				    where perimeter = cast(:perimeter as text))))""")
			.param("perimeter", perimeter)
			.query(Integer.class)
			.single();
	}

	/** One page of the zones a filter keeps; the index is what need is ordered by. */
	Page<ZoneRow> page(ZoneFilter filter, @Nullable String perimeter, int number, Totals totals, NeedIndex index) {
		var page = PageRequest.of(Math.max(0, number), PAGE_SIZE);
		var scores = index.scores();
		var rows = this.jdbc
			.sql(ROW + FILTERED + "order by " + ORDER.get(filter.order()) + ", z.siren limit :limit offset :offset")
			.params(parameters(filter, perimeter))
			.param("sirens", scores.keySet().toArray(String[]::new))
			.param("scores", scores.values().toArray(Double[]::new))
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query(ZoneRow.class)
			.list();
		return new PageImpl<>(rows, page, totals.zones());
	}

	/** The figures of one zone the agent may see. */
	ZoneRow figures(String siren) {
		return this.jdbc.sql(ROW + FIGURES + "where z.siren = :siren")
			.param("siren", siren)
			.param("today", LocalDate.now(this.clock))
			.query(ZoneRow.class)
			.single();
	}

	/** The zones an agent sees that are none today: they ended, or are still to begin. */
	List<OtherZone> others(@Nullable String perimeter) {
		return this.jdbc.sql("""
				select z.siren, z.nom_ars as nom, z.departement, p.starts_on, p.ends_on
				from intercommunalite z join lateral (select starts_on, ends_on from zone_priority p
				  where p.siren = z.siren order by p.starts_on desc nulls last limit 1) p on true
				where (not z.priority or p.ends_on is not null)
				  and (cast(:perimeter as text) is null or exists (select from intercommunalite_departement d
				    where d.siren = z.siren and d.departement in (select departement from perimeter_departement
				    where perimeter = cast(:perimeter as text))))
				order by coalesce(p.ends_on, p.starts_on) desc, z.nom_ars limit :limit""")
			.param("perimeter", perimeter)
			.param("limit", PAGE_SIZE)
			.query(OtherZone.class)
			.list();
	}

	/** How many people who live in a zone are on the waiting list. */
	long waiting(String siren) {
		return this.jdbc.sql("""
				select count(*) from waiting_entry e join commune c on c.insee = e.commune
				where c.zone = ? and e.ended_at is null""").param(siren).query(Long.class).single();
	}

	/** The sites of a zone that are not closed for good. */
	List<SiteRow> sites(String siren) {
		return this.jdbc.sql("""
				select s.id, s.nom, c.nom as commune, s.status, s.latitude, s.longitude,
				  h.half_days, h.taken, h.next_day
				from consultation_site s join commune c on c.insee = s.commune
				cross join lateral (select count(*) as half_days, count(*) filter (where h.status = 'TAKEN') as taken,
				  min(h.day) filter (where h.status = 'TAKEN') as next_day from half_day_slot h
				  where h.site_id = s.id and h.day >= :today and h.status <> 'CLOSED') h
				where s.zone = :siren and s.status <> 'CLOSED' order by s.nom, s.id""")
			.param("siren", siren)
			.param("today", LocalDate.now(this.clock))
			.query(SiteRow.class)
			.list();
	}

	private Map<String, @Nullable Object> parameters(ZoneFilter filter, @Nullable String perimeter) {
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("perimeter", perimeter);
		parameters.put("departement", filter.departementCode());
		parameters.put("name", filter.foldedName());
		parameters.put("last", "\uFFFF");
		parameters.put("today", LocalDate.now(this.clock));
		return parameters;
	}

	record ZoneRow(String siren, String nom, String departement, String departementNom, int population, int communes,
			int sites, int halfDays, int taken) {
	}

	record OtherZone(String siren, String nom, String departement, @Nullable LocalDate startsOn,
			@Nullable LocalDate endsOn) {
	}

	record Totals(long zones, long population, long communes, long sites, long halfDays, long taken) {
	}

	record SiteRow(long id, String nom, String commune, String status, double latitude, double longitude, int halfDays,
			int taken, @Nullable LocalDate nextDay) {

		public GeoPoint position() {
			return new GeoPoint(this.latitude, this.longitude);
		}

	}

}
