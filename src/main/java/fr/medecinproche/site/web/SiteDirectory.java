package fr.medecinproche.site.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.medecinproche.site.SiteKind;
import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.site.preparation.ReadinessItem;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The list of sites with their coming half-days, within an agent's perimeter.
 */
@Component
class SiteDirectory {

	private static final int PAGE_SIZE = 30;

	private static final String KEPT = """
			from consultation_site s join commune c on c.insee = s.commune join intercommunalite z on z.siren = s.zone
			where (cast(:perimeter as text) is null or exists (select from intercommunalite_departement p
			    where p.siren = s.zone and p.departement in (select departement from perimeter_departement
			    where perimeter = cast(:perimeter as text))))
			  and (cast(:departement as text) is null or c.departement = cast(:departement as text))
			  and (cast(:zone as text) is null or s.zone = cast(:zone as text))
			  and (cast(:statuses as text[]) is null or s.status = any (cast(:statuses as text[])))
			""";

	private static final String ROWS = """
			select s.id, s.nom, s.kind, s.status, s.rooms, c.nom as commune, c.departement, z.siren, z.nom_ars as zone,
			  (select count(*) from half_day_slot h
			    where h.site_id = s.id and h.day >= :today and h.status <> 'CLOSED') as half_days,
			  (select count(*) from half_day_slot h
			    where h.site_id = s.id and h.day >= :today and h.status = 'TAKEN') as taken,
			  (s.status_since at time zone 'Europe/Paris')::date as since,
			  case when s.status in ('IDENTIFIED', 'PREPARING', 'READY') then (select string_agg(p.item, ',' order by p.place)
			    from site_preparation p where p.site_id = s.id and p.missing) end as missing
			"""
			+ KEPT + "order by c.departement, s.nom, s.id limit :limit offset :offset";

	private final JdbcClient jdbc;

	private final Clock clock;

	SiteDirectory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Page<Row> page(SiteFilter filter, @Nullable String perimeter, int number) {
		var page = PageRequest.of(Math.max(0, number), PAGE_SIZE);
		var parameters = parameters(filter, perimeter);
		var total = this.jdbc.sql("select count(*) " + KEPT).params(parameters).query(Long.class).single();
		var rows = this.jdbc.sql(ROWS)
			.params(parameters)
			.param("today", LocalDate.now(this.clock))
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query(Row.class)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	private static Map<String, @Nullable Object> parameters(SiteFilter filter, @Nullable String perimeter) {
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("perimeter", perimeter);
		parameters.put("departement", filter.departementCode());
		parameters.put("zone", filter.siren());
		parameters.put("statuses", filter.statuses());
		return parameters;
	}

	/**
	 * One line of the list.
	 *
	 * @param id the site
	 * @param nom its name
	 * @param kind what kind of place
	 * @param status where it stands
	 * @param rooms how many rooms
	 * @param commune its commune
	 * @param departement the code of its department
	 * @param siren its zone
	 * @param zone the zone's name
	 * @param halfDays its coming half-days, closed ones left out
	 * @param taken those a doctor has taken
	 * @param since the day it came to stand there
	 * @param missing what it cannot be ready without, comma-separated; null once it was
	 * open
	 */
	record Row(long id, String nom, SiteKind kind, SiteStatus status, int rooms, String commune, String departement,
			String siren, String zone, int halfDays, int taken, LocalDate since, @Nullable String missing) {

		public List<ReadinessItem> missingItems() {
			return (this.missing == null) ? List.of()
					: Arrays.stream(this.missing.split(",")).map(ReadinessItem::valueOf).toList();
		}

	}

}
