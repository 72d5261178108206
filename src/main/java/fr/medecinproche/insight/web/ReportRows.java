package fr.medecinproche.insight.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

import fr.medecinproche.insight.ReportPeriod;
import fr.medecinproche.insight.ReportScope;
import fr.medecinproche.insight.Tally;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The half-days below the figures of a report. A department is here what it is in the
 * lines of a report: the one where a zone has most of its inhabitants.
 */
@Component
class ReportRows {

	private static final int PAGE_SIZE = 50;

	private static final String ASKED = """
			from half_day_fact f join consultation_site s on s.id = f.site_id
			where f.day >= :from and f.day < :until
			  and (cast(:zone as text) is null or f.zone = cast(:zone as text))
			  and (cast(:main as text) is null or f.departement = cast(:main as text))
			  and (cast(:perimeter as text) is null or exists (select from intercommunalite_departement p
			    join perimeter_departement mine on mine.departement = p.departement
			    where p.siren = f.zone and mine.perimeter = cast(:perimeter as text)))
			  and (cast(:departement as text) is null or exists (select from intercommunalite_departement p
			    where p.siren = f.zone and p.departement = cast(:departement as text)))
			  and""";

	private final JdbcClient jdbc;

	private final Clock clock;

	ReportRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The half-days, in the order of time. */
	Page<HalfDayRow> rows(Asked asked, int number) {
		int total = of("select count(*) ", "", asked).query(Integer.class).single();
		var page = PageRequest.of(Math.clamp(number, 0, Math.max(0, total - 1) / PAGE_SIZE), PAGE_SIZE);
		var rows = of(HalfDayRow.COLUMNS, " " + HalfDayRow.ORDER + " limit :limit offset :offset", asked)
			.param("limit", PAGE_SIZE)
			.param("offset", page.getOffset())
			.query(HalfDayRow.class)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	/** What all of them add up to. */
	Tally total(Asked asked) {
		return of("select " + Tally.COLUMNS, "", asked).query((row, number) -> Tally.of(row)).single();
	}

	private JdbcClient.StatementSpec of(String select, String order, Asked asked) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("from", asked.period().firstDay());
		parameters.put("until", asked.period().end());
		parameters.put("zone", asked.zone());
		parameters.put("main", asked.main());
		parameters.put("perimeter", asked.scope().perimeter());
		parameters.put("departement", asked.scope().departement());
		parameters.put("now", OffsetDateTime.now(this.clock));
		return this.jdbc.sql(select + ASKED + " " + asked.counted().condition() + order).params(parameters);
	}

	/**
	 * Which half-days.
	 *
	 * @param counted what they have in common
	 * @param period the months
	 * @param scope the zones
	 * @param zone one of these zones, by its SIREN number; {@code null} for all
	 * @param main the zones that have most of their inhabitants in this department;
	 * {@code null} for all
	 */
	record Asked(Counted counted, ReportPeriod period, ReportScope scope, @Nullable String zone,
			@Nullable String main) {
	}

}
