package fr.medecinproche.territory;

import java.util.List;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.BrokenConstraint;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ApplicationTest
class PerimeterTests {

	@Autowired
	private Perimeters perimeters;

	@Autowired
	private Departements departements;

	@Autowired
	private Intercommunalites zones;

	@Autowired
	private Scenario scenario;

	@Autowired
	private CleanDatabase database;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void france_has_eighteen_regions_and_a_hundred_and_one_departments() {
		assertThat(this.perimeters.all()).hasSize(119).filteredOn(Perimeters.Perimeter::isRegion).hasSize(18);
		assertThat(this.perimeters.find("R76"))
			.hasValueSatisfying((found) -> assertThat(found.nom()).isEqualTo("Occitanie"));
		assertThat(this.perimeters.find("76"))
			.hasValueSatisfying((found) -> assertThat(found.region()).isEqualTo("R28"));
		assertThat(this.perimeters.find("R99")).isEmpty();
	}

	@Test
	void every_department_of_the_reference_data_lies_in_a_region() {
		assertThat(this.jdbc.sql("""
				select count(*) from departement d
				where not exists (select from region_departement r where r.departement = d.code)""")
			.query(Long.class)
			.single()).isZero();
		assertThat(this.departements.within("R76")).hasSize(13);
		assertThat(this.departements.within("R84")).isEmpty();
		assertThat(this.departements.within("32")).extracting(Departement::getCode).isEqualTo(List.of("32"));
	}

	@Test
	void an_agent_of_a_region_sees_its_zones_and_no_other() {
		assertThat(this.zones.seenFrom("R76")).hasSameSizeAs(this.zones.seenFrom((String) null)).isNotEmpty();
		assertThat(this.zones.seenFrom("R75")).isEmpty();
	}

	@Test
	void an_account_is_narrowed_to_nothing_that_does_not_exist() {
		this.scenario.agentOf("R76");
		var refused = catchThrowableOfType(DataIntegrityViolationException.class,
				() -> this.jdbc.sql("update account set perimeter = 'R99' where perimeter = 'R76'").update());
		assertThat(BrokenConstraint.of(refused)).isEqualTo("account_perimeter_known");
	}

}
