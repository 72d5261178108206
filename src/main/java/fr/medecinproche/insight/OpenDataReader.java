package fr.medecinproche.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import fr.medecinproche.web.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what is open to everybody: places and sums, never people. The columns are named
 * here and told about on the page, by the message {@code openData.
 *
<table>
 * .<column>}.
 */
@Component
public class OpenDataReader {

	/** What stands for a number of patients that is hidden. */
	public static final String HIDDEN = "s";

	/** How far back coverage goes. */
	public static final int MONTHS = 36;

	/** The columns of zones. */
	public static final List<String> ZONES = List.of("siren", "nom", "nom_ars", "departement", "departements",
			"population", "population_municipale", "surface_km2", "latitude", "longitude", "lieux_ouverts");

	/** The columns of places. */
	public static final List<String> SITES = List.of("identifiant", "nom", "type", "zone", "code_insee", "commune",
			"code_postal", "adresse", "latitude", "longitude", "sans_marche", "demonstration");

	/** The columns of coverage. */
	public static final List<String> COVERAGE = List.of("mois", "zone", "demi_journees_ouvertes",
			"demi_journees_prises", "demi_journees_tenues", "consultations_proposees", "rendez_vous_pris",
			"rendez_vous_honores", "patients_absents", "sans_medecin_traitant");

	private static final String SUMS = "select f.month, f.zone, " + Tally.COLUMNS + """
			from half_day_fact f where f.day >= :from and f.day < :until group by f.month, f.zone
			having count(*) filter (where f.opened) > 0 order by f.month, f.zone""";

	private final JdbcClient jdbc;

	private final Clock clock;

	OpenDataReader(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The priority zones.
	 * @return a row each
	 */
	public Table zones() {
		return table("zones", ZONES,
				"""
						select z.siren, z.nom, z.nom_ars, z.departement,
						  (select string_agg(p.departement, ' ' order by p.departement) from intercommunalite_departement p
						    where p.siren = z.siren) as departements,
						  z.population, z.population_municipale, z.surface_km2, z.latitude, z.longitude,
						  (select count(*) from consultation_site s where s.zone = z.siren and s.status = 'OPEN') as lieux_ouverts
						from intercommunalite z where z.priority order by z.siren""");
	}

	/**
	 * The open places of consultation.
	 * @return a row each
	 */
	public Table sites() {
		return table("lieux", SITES,
				"""
						select s.slug as identifiant, s.nom, s.kind as type, s.zone, s.commune as code_insee, c.nom as commune,
						  s.postal_code as code_postal, s.address as adresse, s.latitude, s.longitude,
						  case when s.step_free then 'oui' else 'non' end as sans_marche,
						  case when s.demo then 'oui' else 'non' end as demonstration
						from consultation_site s join commune c on c.insee = s.commune join intercommunalite z on z.siren = s.zone
						where s.status = 'OPEN' and z.priority order by s.slug""");
	}

	private Table table(String name, List<String> columns, String sql) {
		var rows = this.jdbc.sql(sql).query(new ColumnMapRowMapper()).list();
		return new Table(name, columns, rows.stream().map((row) -> columns.stream().map(row::get).toList()).toList());
	}

	/**
	 * What was opened, taken and booked, by zone and month that is over: of the present
	 * one, two readings an hour apart would tell of one patient.
	 * @return a row for each zone and month with an opened half-day
	 */
	public Table coverage() {
		var present = YearMonth.now(this.clock).atDay(1);
		var rows = this.jdbc.sql(SUMS)
			.param("from", present.minusMonths(MONTHS))
			.param("until", present)
			.query(Row::of)
			.list();
		return new Table("couverture", COVERAGE, rows.stream().map(OpenDataReader::cells).toList());
	}

	private static List<Object> cells(Row row) {
		var tally = row.tally();
		var visits = PublishedVisits.of(tally);
		return List.of(YearMonth.from(row.month()), row.zone(), tally.opened(), tally.taken(), tally.held(),
				tally.offered(), shown(visits.booked()), shown(visits.honoured()), shown(visits.absent()),
				shown(visits.withoutRegularDoctor()));
	}

	private static Object shown(@Nullable Long patients) {
		return (patients != null) ? patients : HIDDEN;
	}

	private record Row(LocalDate month, String zone, Tally tally) {

		static Row of(ResultSet row, int number) throws SQLException {
			return new Row(row.getObject("month", LocalDate.class), row.getString("zone"), Tally.of(row));
		}

	}

}
