package fr.medecinproche.schedule.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.medecinproche.schedule.Period;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.web.AskedPage;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The half-days that are not closed, with who took them and how many patients they
 * expect, read from the tables of several rooms.
 */
@Component
class HalfDayDirectory {

	private static final int PAGE_SIZE = 40;

	private static final String KEPT = """
			from half_day_slot h join consultation_site s on s.id = h.site_id
			where h.status <> 'CLOSED' and h.day >= :from and h.day < :until
			  and (cast(:perimeter as text) is null or exists (select from intercommunalite_departement p
			    where p.siren = s.zone and p.departement in (select departement from perimeter_departement
			    where perimeter = cast(:perimeter as text))))
			  and (cast(:site as bigint) is null or h.site_id = cast(:site as bigint))
			  and (cast(:zone as text) is null or s.zone = cast(:zone as text))
			  and (cast(:departement as text) is null or exists (select from intercommunalite_departement p
			    where p.siren = s.zone and p.departement = cast(:departement as text)))
			  and (cast(:doctor as bigint) is null or h.volunteer_id = cast(:doctor as bigint))
			  and (cast(:status as text) is null or h.status = cast(:status as text))
			""";

	private static final String ROWS = """
			select h.id, h.day, h.period, h.room, h.starts_at, h.ends_at, h.status, h.site_id, s.nom as site,
			  coalesce(h.stop_town, (select c.nom from commune c where c.insee = s.commune)) as commune, h.volunteer_id,
			  (select 'Dr ' || v.given_name || ' ' || v.family_name from volunteer v
			    where v.id = h.volunteer_id) as doctor,
			  (select count(*) from appointment a where a.slot_id = h.id
			    and a.status in ('BOOKED', 'HONOURED', 'ABSENT')) as patients,
			  (h.day + h.starts_at) at time zone 'Europe/Paris' > :now as coming
			""" + KEPT + "order by h.day, h.period desc, s.nom, h.site_id, h.room limit :limit offset :offset";

	private final JdbcClient jdbc;

	private final Clock clock;

	HalfDayDirectory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Page<Row> page(Filter filter, int number) {
		var total = this.jdbc.sql("select count(*) " + KEPT).params(parameters(filter)).query(Integer.class).single();
		var page = AskedPage.of(number, total, PAGE_SIZE);
		return new PageImpl<>(rows(filter, page.getPageSize(), page.getOffset()), page, total);
	}

	/** How a doctor is called who practises, or ever comes, where an agent sees. */
	Optional<String> doctor(long id, @Nullable String perimeter) {
		return this.jdbc
			.sql("""
					select 'Dr ' || v.given_name || ' ' || v.family_name
					from volunteer v join commune c on c.insee = v.commune
					where v.id = :doctor and (cast(:perimeter as text) is null
					  or c.departement in (select departement from perimeter_departement where perimeter = cast(:perimeter as text))
					  or exists (select from half_day_slot h join consultation_site s on s.id = h.site_id
					    join intercommunalite_departement p on p.siren = s.zone
					    join perimeter_departement seen on seen.departement = p.departement
					    where h.volunteer_id = v.id and seen.perimeter = cast(:perimeter as text)))""")
			.param("doctor", id)
			.param("perimeter", perimeter)
			.query(String.class)
			.optional();
	}

	/** All of them, for a file. */
	List<Row> all(Filter filter) {
		return rows(filter, Integer.MAX_VALUE, 0);
	}

	private List<Row> rows(Filter filter, int limit, long offset) {
		return this.jdbc.sql(ROWS)
			.params(parameters(filter))
			.param("now", OffsetDateTime.now(this.clock))
			.param("limit", limit)
			.param("offset", offset)
			.query(Row.class)
			.list();
	}

	private static Map<String, @Nullable Object> parameters(Filter filter) {
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("perimeter", filter.perimeter());
		parameters.put("from", filter.from());
		parameters.put("until", filter.until());
		parameters.put("site", filter.siteId());
		parameters.put("zone", filter.zone());
		parameters.put("departement", filter.departement());
		parameters.put("status", (filter.status() != null) ? filter.status().name() : null);
		parameters.put("doctor", filter.doctorId());
		return parameters;
	}

	/**
	 * Which half-days are asked for.
	 *
	 * @param perimeter the agent's department, null for everything
	 * @param from the first day
	 * @param until the day after the last
	 * @param siteId one site, null for all
	 * @param zone one zone, null for all
	 * @param departement one department, null for all
	 * @param status one status, null for open and taken ones
	 * @param doctorId one doctor, null for all and nobody
	 */
	record Filter(@Nullable String perimeter, LocalDate from, LocalDate until, @Nullable Long siteId,
			@Nullable String zone, @Nullable String departement, @Nullable SlotStatus status, @Nullable Long doctorId) {

		/** Those of one site. */
		Filter(@Nullable String perimeter, LocalDate from, LocalDate until, @Nullable Long siteId,
				@Nullable SlotStatus status) {
			this(perimeter, from, until, siteId, null, null, status, null);
		}

	}

	/**
	 * One half-day.
	 *
	 * @param id the half-day
	 * @param day its day
	 * @param period its half
	 * @param room its room, counted from 1
	 * @param startsAt when the doctor begins
	 * @param endsAt when the doctor leaves
	 * @param status open or taken
	 * @param siteId its site
	 * @param site the site's name
	 * @param commune where it takes place that day
	 * @param volunteerId who took it
	 * @param doctor how the doctor is called
	 * @param patients how many people are expected, or were
	 * @param coming whether it has not begun
	 */
	record Row(long id, LocalDate day, Period period, int room, LocalTime startsAt, LocalTime endsAt, SlotStatus status,
			long siteId, String site, String commune, @Nullable Long volunteerId, @Nullable String doctor, int patients,
			boolean coming) {
	}

}
