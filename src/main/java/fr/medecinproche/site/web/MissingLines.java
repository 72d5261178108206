package fr.medecinproche.site.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.site.preparation.Party;
import fr.medecinproche.site.preparation.ReadinessItem;
import fr.medecinproche.site.preparation.ReadinessState;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is still to be done at all sites, line by line: view {@code site_to_prepare}.
 */
@Component
class MissingLines {

	private static final int PAGE_SIZE = 50;

	private static final String KEPT = """
			from site_to_prepare p join consultation_site s on s.id = p.site_id join commune c on c.insee = s.commune
			where (cast(:perimeter as text) is null or exists (select from intercommunalite_departement d
			    where d.siren = s.zone and d.departement in (select departement from perimeter_departement
			    where perimeter = cast(:perimeter as text))))
			  and (cast(:departement as text) is null or c.departement = cast(:departement as text))
			  and (cast(:party as text) is null or p.party = cast(:party as text))
			  and (not :late or p.due < :today)
			""";

	private static final String ROWS = """
			select s.id, s.nom, s.status, c.nom as commune, c.departement, p.item, p.state, p.party, p.responsible, p.due,
			  p.note, coalesce(p.due < :today, false) as late,
			  (select max(r.written_on) from site_reminder r where r.site_id = s.id) as reminded,
			  exists (select from site_posting h where h.site_id = s.id) as hosted
			"""
			+ KEPT + """
					order by coalesce(p.due < :today, false) desc, p.due nulls last, c.departement, s.nom, s.id, p.place
					""";

	private final JdbcClient jdbc;

	private final Clock clock;

	MissingLines(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Page<Row> page(MissingFilter filter, @Nullable String perimeter, int number) {
		var page = PageRequest.of(Math.clamp(number, 0, 10_000), PAGE_SIZE);
		var parameters = parameters(filter, perimeter);
		long total = this.jdbc.sql("select count(*) " + KEPT).params(parameters).query(Long.class).single();
		var rows = this.jdbc.sql(ROWS + "limit :limit offset :offset")
			.params(parameters)
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query(Row.class)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	List<Row> all(MissingFilter filter, @Nullable String perimeter) {
		return this.jdbc.sql(ROWS).params(parameters(filter, perimeter)).query(Row.class).list();
	}

	private Map<String, @Nullable Object> parameters(MissingFilter filter, @Nullable String perimeter) {
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("perimeter", perimeter);
		parameters.put("departement", filter.departementCode());
		parameters.put("party", (filter.qui() != null) ? filter.qui().name() : null);
		parameters.put("late", filter.isLate());
		parameters.put("today", LocalDate.now(this.clock));
		return parameters;
	}

	/**
	 * One thing to be done.
	 *
	 * @param id the site
	 * @param nom its name
	 * @param status where it stands
	 * @param commune its commune
	 * @param departement the code of its department
	 * @param item what is needed
	 * @param state where it stands
	 * @param party who has to do it
	 * @param responsible the name of whoever does, if known
	 * @param due until when, if agreed
	 * @param note anything else
	 * @param late whether that day is over
	 * @param reminded the day the people of the site were last reminded
	 * @param hosted whether anybody of the site has an account
	 */
	record Row(long id, String nom, SiteStatus status, String commune, String departement, ReadinessItem item,
			ReadinessState state, Party party, @Nullable String responsible, @Nullable LocalDate due,
			@Nullable String note, boolean late, @Nullable LocalDate reminded, boolean hosted) {

		/** Whether the people of the site can be reminded of it. */
		public boolean remindable() {
			return this.party != Party.AGENCY && this.hosted;
		}

	}

}
