package fr.medecinproche.insight.web;

import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.insight.Span;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows below a cell of the board: the half-days of a zone in a week or a month, and
 * the sites that could offer some.
 */
@Component
class CellReader {

	private static final int PAGE_SIZE = 50;

	private static final String OF_CELL = """
			from half_day_fact f join consultation_site s on s.id = f.site_id
			where f.zone = :siren and f.day >= :from and f.day < :until
			""";

	private final JdbcClient jdbc;

	CellReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The half-days, closed ones included, in the order of time. */
	Page<HalfDayRow> halfDays(String siren, Span span, int number) {
		var total = of("select count(*) " + OF_CELL, siren, span).query(Integer.class).single();
		var page = PageRequest.of(Math.clamp(number, 0, Math.max(0, total - 1) / PAGE_SIZE), PAGE_SIZE);
		var rows = of(HalfDayRow.COLUMNS + OF_CELL + HalfDayRow.ORDER + " limit :limit offset :offset", siren, span)
			.param("limit", PAGE_SIZE)
			.param("offset", page.getOffset())
			.query(HalfDayRow.class)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	/** The sites of the zone that are not closed for good, with what each offers. */
	List<SiteRow> sites(String siren, Span span) {
		return of("""
				select s.id, s.nom, s.status, c.nom as commune,
				  count(f.slot_id) filter (where f.opened) as opened, count(f.slot_id) filter (where f.taken) as taken,
				  count(f.slot_id) filter (where not f.opened) as closed,
				  (select n.reason from site_no_need n where n.site_id = s.id and n.from_day < :until
				    and n.until_day >= :from order by n.from_day limit 1) as no_need,
				  o.reason as closure, o.first_day as closed_from, o.last_day as closed_until
				from consultation_site s join commune c on c.insee = s.commune
				left join lateral (select reason, first_day, last_day from site_closure o where o.site_id = s.id
				  and o.first_day < :until and o.last_day >= :from order by o.first_day limit 1) o on true
				left join half_day_fact f on f.site_id = s.id and f.day >= :from and f.day < :until
				where s.zone = :siren and s.status <> 'CLOSED'
				group by s.id, c.nom, o.reason, o.first_day, o.last_day order by s.status <> 'OPEN', s.nom, s.id""",
				siren, span)
			.query(SiteRow.class)
			.list();
	}

	private JdbcClient.StatementSpec of(String sql, String siren, Span span) {
		return this.jdbc.sql(sql).param("siren", siren).param("from", span.from()).param("until", span.until());
	}

	/**
	 * A site of the zone.
	 *
	 * @param id the site
	 * @param nom its name
	 * @param status where it stands
	 * @param commune its commune
	 * @param opened its half-days of the span
	 * @param taken those a doctor has taken
	 * @param closed those that are closed
	 * @param noNeed why it wants nobody on some of the days, if it has said so
	 * @param closure why it is closed on some of the days, if it is
	 * @param closedFrom the first day it is closed
	 * @param closedUntil the last day it is closed
	 */
	record SiteRow(long id, String nom, String status, String commune, int opened, int taken, int closed,
			@Nullable String noNeed, @Nullable String closure, @Nullable LocalDate closedFrom,
			@Nullable LocalDate closedUntil) {

		public boolean isOpen() {
			return "OPEN".equals(this.status);
		}

	}

}
