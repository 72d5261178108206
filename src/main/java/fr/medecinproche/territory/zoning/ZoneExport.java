package fr.medecinproche.territory.zoning;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import fr.medecinproche.journal.Act;
import fr.medecinproche.journal.Journal;
import fr.medecinproche.web.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of zones as a file an agent may correct and bring back.
 */
@Service
public class ZoneExport {

	private static final List<String> COLUMNS = List.of("siren", "nom", "nom_usuel", "departement", "departements",
			"pop_totale", "pop_municipale", "lat", "lon", "siege");

	private final JdbcClient jdbc;

	private final Journal journal;

	ZoneExport(JdbcClient jdbc, Journal journal) {
		this.jdbc = jdbc;
		this.journal = journal;
	}

	/**
	 * Takes the list away, which is noted.
	 * @param perimeter what the agent sees
	 * @return the zones of today, by department and name
	 */
	@Transactional
	public Table take(@Nullable String perimeter) {
		var rows = this.jdbc.sql("""
				select z.siren, z.nom, z.nom_ars, z.departement,
				  (select string_agg(d.departement, ' ' order by d.departement) from intercommunalite_departement d
				    where d.siren = z.siren) as departements,
				  z.population, z.population_municipale, z.latitude, z.longitude, z.seat
				from intercommunalite z where z.priority
				  and (cast(:perimeter as text) is null or exists (select from intercommunalite_departement p
				    where p.siren = z.siren and p.departement in (select departement from perimeter_departement
				    where perimeter = cast(:perimeter as text))))
				order by z.departement, z.nom_ars""")
			.param("perimeter", perimeter)
			.query((row, number) -> Arrays.<@Nullable Object>asList(row.getString(1), row.getString(2),
					row.getString(3), row.getString(4), row.getString(5), row.getInt(6), row.getInt(7),
					degrees(row.getBigDecimal(8)), degrees(row.getBigDecimal(9)), row.getString(10)))
			.list();
		this.journal.note(new Act("zones.exported", "zones", (perimeter != null) ? perimeter : "France", null));
		return new Table("zones", COLUMNS, rows);
	}

	/** As text, with all its decimals: no zone moves because its list was taken away. */
	private static @Nullable String degrees(@Nullable BigDecimal value) {
		return (value != null) ? value.toPlainString().replace('.', ',') : null;
	}

}
