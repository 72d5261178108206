package fr.medecinproche.schedule.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.medecinproche.volunteer.FileStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an agent looks at in the morning, counted from the rows of several rooms. Every
 * figure is the size of the list it links to.
 */
@Component
class AgencyBoard {

	private static final int PAGE_SIZE = 40;

	private static final int DECISIONS = 10;

	/** What the agency must do something about. */
	private static final String[] AWAITED = FileStatus.awaiting(FileStatus.Party.AGENCY)
		.stream()
		.map(FileStatus::name)
		.toArray(String[]::new);

	private static final String SEEN = """
			(cast(:perimeter as text) is null or exists (select from intercommunalite_departement p
			  where p.siren = z.siren and p.departement in (select departement from perimeter_departement
			    where perimeter = cast(:perimeter as text))))
			""";

	private static final String WITHOUT_DOCTOR = "from intercommunalite z where z.priority and " + SEEN + """
			and not exists (select from consultation_site s join half_day_slot h on h.site_id = s.id
			  where s.zone = z.siren and h.status = 'TAKEN' and h.day >= :from and h.day < :until)
			""";

	private static final String WAITING = """
			from volunteer v join commune c on c.insee = v.commune where v.file_status = any (:awaited)
			and (cast(:perimeter as text) is null or c.departement in (select departement from perimeter_departement
			    where perimeter = cast(:perimeter as text)))
			""";

	private static final String FIGURES = "select " + """
			(select count(*) from half_day_slot h join consultation_site s on s.id = h.site_id
			  join intercommunalite z on z.siren = s.zone
			  where h.status <> 'CLOSED' and h.day >= :from and h.day < :until and """ + SEEN + ") as half_days, " + """
			(select count(*) from half_day_slot h join consultation_site s on s.id = h.site_id
			  join intercommunalite z on z.siren = s.zone
			  where h.status = 'TAKEN' and h.day >= :from and h.day < :until and """ + SEEN + ") as taken, "
			+ "(select count(*) " + WITHOUT_DOCTOR + ") as zones_without_doctor, (select count(*) " + WAITING
			+ ") as files_waiting, " + """
					(select count(*) from consultation_site s join intercommunalite z on z.siren = s.zone
					  where s.status = 'PREPARING' and """ + SEEN + ") as sites_preparing";

	private final JdbcClient jdbc;

	AgencyBoard(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Figures figures(YearMonth month, @Nullable String perimeter) {
		return this.jdbc.sql(FIGURES).params(parameters(month, perimeter)).query(Figures.class).single();
	}

	/**
	 * The files that wait for a decision, the oldest first; the list goes on elsewhere.
	 */
	List<WaitingFile> waitingFiles(@Nullable String perimeter) {
		return this.jdbc
			.sql("select v.id, v.given_name, v.family_name, c.nom as commune, v.file_since as since " + WAITING
					+ "order by v.file_since, v.id limit " + DECISIONS)
			.param("perimeter", perimeter)
			.param("awaited", AWAITED)
			.query(WaitingFile.class)
			.list();
	}

	/** The priority zones where no doctor comes in a month. */
	Page<BareZone> zonesWithoutDoctor(YearMonth month, @Nullable String perimeter, int number) {
		var page = PageRequest.of(Math.max(0, number), PAGE_SIZE);
		var parameters = parameters(month, perimeter);
		var total = this.jdbc.sql("select count(*) " + WITHOUT_DOCTOR).params(parameters).query(Long.class).single();
		var rows = this.jdbc.sql("""
				select z.siren, z.nom_ars as nom, z.departement, z.population,
				  (select count(*) from consultation_site s where s.zone = z.siren and s.status = 'OPEN') as sites,
				  (select count(*) from consultation_site s join half_day_slot h on h.site_id = s.id
				    where s.zone = z.siren and h.status = 'OPEN' and h.day >= :from and h.day < :until) as half_days
				""" + WITHOUT_DOCTOR + "order by z.population desc, z.siren limit :limit offset :offset")
			.params(parameters)
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query(BareZone.class)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	private static Map<String, @Nullable Object> parameters(YearMonth month, @Nullable String perimeter) {
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("perimeter", perimeter);
		parameters.put("awaited", AWAITED);
		parameters.put("from", month.atDay(1));
		parameters.put("until", month.plusMonths(1).atDay(1));
		return parameters;
	}

	/**
	 * The four figures.
	 *
	 * @param halfDays half-days of the month that are not closed
	 * @param taken those a doctor has taken
	 * @param zonesWithoutDoctor priority zones where no doctor comes that month
	 * @param filesWaiting files that wait for a decision
	 * @param sitesPreparing sites that were never opened
	 */
	record Figures(long halfDays, long taken, long zonesWithoutDoctor, long filesWaiting, long sitesPreparing) {
	}

	/**
	 * A file that waits.
	 *
	 * @param id the volunteer
	 * @param givenName the doctor's
	 * @param familyName the doctor's
	 * @param commune where they practise
	 * @param since since when it waits
	 */
	record WaitingFile(long id, String givenName, String familyName, String commune, LocalDate since) {
	}

	/**
	 * A zone where no doctor comes.
	 *
	 * @param siren the zone
	 * @param nom its name
	 * @param departement the code of its main department
	 * @param population its inhabitants
	 * @param sites its open sites
	 * @param halfDays the half-days it offers that month
	 */
	record BareZone(String siren, String nom, String departement, int population, int sites, int halfDays) {
	}

}
