package fr.medecinproche.territory.reference;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.territory.RegionFigures;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class ReferenceDataTests {

	private static final ReferenceFiles SHIPPED = ReferenceFiles.shipped();

	private static final int POP_TOTALE_RP2021 = 8;

	@Autowired
	DataSource dataSource;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Intercommunalites zones;

	@BeforeEach
	void nothing_points_at_the_reference_data(@Autowired CleanDatabase database) {
		database.clean();
	}

	@Test
	void the_tables_hold_every_line_of_the_files() {
		assertThat(counts()).containsEntry("departement", 26L)
			.containsEntry("intercommunalite", 28L)
			.containsEntry("intercommunalite_departement", 30L)
			.containsEntry("commune", 4446L + 1997);
		assertThat(count("select count(*) from commune where zone is not null")).isEqualTo(820);
		assertThat(count("select count(*) from departement where in_region and contour is not null")).isEqualTo(13);
		assertThat(count("select count(distinct insee) from commune_name")).isEqualTo(4446 + 1997);
		assertThat(count("select count(distinct insee) from commune_postal_code")).isEqualTo(4446 + 1997);
	}

	@Test
	void the_figures_of_the_home_page_are_those_of_the_file_and_of_the_agency() {
		var lines = SHIPPED.text(ReferenceFiles.ZONES).lines().skip(1).toList();
		long inhabitants = lines.stream().mapToLong(ReferenceDataTests::totalPopulation2021).sum();
		assertThat(lines).hasSize(28);
		assertThat(inhabitants).isEqualTo(323_497);
		assertThat(this.zones.regionFigures()).isEqualTo(new RegionFigures(28, inhabitants));
	}

	@Test
	void a_second_load_changes_nothing() throws SQLException {
		var before = counts();
		try (var connection = this.dataSource.getConnection()) {
			assertThat(new ReferenceDataMigration().load(connection)).isZero();
		}
		assertThat(counts()).isEqualTo(before);
	}

	@Test
	void a_load_puts_right_what_was_altered() throws SQLException {
		try (var connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			try (var statement = connection.createStatement()) {
				statement.execute("update commune set nom = 'Nulle-Part', zone = null where insee = '32233'");
				statement.execute("delete from commune_name where insee = '32319'");
				statement.execute("insert into departement (code, nom, in_region) values ('99', 'Ailleurs', false)");
			}
			assertThat(new ReferenceDataMigration().load(connection)).isEqualTo(3);
			connection.rollback();
		}
	}

	@Test
	void refuses_to_remove_what_is_still_used() throws SQLException {
		try (var connection = this.dataSource.getConnection()) {
			connection.setAutoCommit(false);
			try (var statement = connection.createStatement()) {
				statement.execute("insert into departement (code, nom, in_region) values ('99', 'Ailleurs', false)");
				statement.execute("create table pointing (departement varchar(3) references departement)");
				statement.execute("insert into pointing values ('99')");
			}
			assertThatExceptionOfType(BrokenReferenceException.class)
				.isThrownBy(() -> new ReferenceDataMigration().load(connection))
				.withMessageContaining("still used")
				.withMessageContaining("99");
			connection.rollback();
		}
	}

	@Test
	void a_broken_file_stops_the_start_and_leaves_nothing_behind() {
		var cut = SHIPPED.text(ReferenceFiles.FORMER_NAMES).replace("Antraigues-sur-Volane", "x".repeat(81));
		var broken = SHIPPED.with(ReferenceFiles.FORMER_NAMES, cut.getBytes(StandardCharsets.UTF_8));
		try {
			assertThatExceptionOfType(FlywayException.class).isThrownBy(() -> migrateElsewhere(broken))
				.havingRootCause()
				.withMessageContaining("communes-anciens-noms.csv, line 2: nom_ancien has more than 80 characters");
			assertThat(count("select count(*) from elsewhere.commune")).isZero();
			migrateElsewhere(SHIPPED);
			assertThat(count("select count(*) from elsewhere.commune")).isEqualTo(4446 + 1997);
		}
		finally {
			this.jdbc.sql("drop schema if exists elsewhere cascade").update();
		}
	}

	private void migrateElsewhere(ReferenceFiles files) {
		Flyway.configure()
			.dataSource(this.dataSource)
			.schemas("elsewhere")
			.javaMigrations(new ReferenceDataMigration(files))
			.load()
			.migrate();
	}

	private static long totalPopulation2021(String zone) {
		// the names of the zones hold commas, between quotes
		return Long.parseLong(zone.replaceAll("\"[^\"]*\"", "x").split(",")[POP_TOTALE_RP2021]);
	}

	private Map<String, Long> counts() {
		return List
			.of("departement", "departement_indicator", "intercommunalite", "intercommunalite_departement", "commune",
					"commune_postal_code", "commune_name")
			.stream()
			.collect(Collectors.toMap((table) -> table, (table) -> count("select count(*) from " + table)));
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

}
