package fr.medecinproche.territory;

import java.util.HashMap;

import fr.medecinproche.testing.ApplicationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The plans PostgreSQL really chooses for the real communes, no setting turned off.
 */
@ApplicationTest
class CommuneIndexTests {

	@Autowired
	JdbcClient jdbc;

	@ParameterizedTest
	@CsvSource({ "ma,", "marciac,", "saint,", "plaisance,32", "zzzz," })
	void a_name_is_looked_up_in_its_index(String name, @Nullable String departement) {
		assertThat(plan(CommuneIndex.BY_NAME, name, departement)).contains("commune_name_prefix")
			.doesNotContain("Seq Scan on commune_name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "marsiac", "sant giron", "bagneres de bigore" })
	void a_likeness_is_looked_up_in_its_index(String name) {
		assertThat(plan(CommuneIndex.BY_LIKENESS, name, null)).contains("commune_name_similar")
			.doesNotContain("Seq Scan on commune_name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "32160", "321", "31" })
	void a_postal_code_is_looked_up_in_its_index(String digits) {
		assertThat(plan(CommuneIndex.BY_POSTAL_CODE, digits, null)).contains("commune_postal_code_pkey")
			.doesNotContain("Seq Scan on commune_postal_code");
	}

	private String plan(String sql, String typed, @Nullable String departement) {
		var values = new HashMap<String, @Nullable Object>();
		values.put("name", typed);
		values.put("end", typed + '\uFFFF');
		values.put("from", (typed + "00000").substring(0, 5));
		values.put("to", (typed + "99999").substring(0, 5));
		values.put("departement", departement);
		values.put("postalCode", null);
		values.put("limit", 8);
		return String.join("\n", this.jdbc.sql("explain " + sql).params(values).query(String.class).list());
	}

}
