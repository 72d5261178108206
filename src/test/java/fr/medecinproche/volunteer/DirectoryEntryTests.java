package fr.medecinproche.volunteer;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoryEntryTests {

	@ParameterizedTest
	@CsvSource({ "Aline, Roux, true", "aline, ROUX, true", "Aline, Roux-Abadie, true", "Alîne Marie, Roux, true",
			"Aline, Abadie, false", "Rémi, Roux, false", "Roux, Aline, false" })
	void a_name_is_told_apart_by_its_words_only(String given, String family, boolean same) {
		assertThat(new DirectoryEntry("ALINE", "ROUX", Set.of()).mayBe(given, family)).isEqualTo(same);
	}

	@ParameterizedTest
	@CsvSource({ "SM26, true", "SM53, true", "SM54, true", "SM04, false", "SM2, false" })
	void three_skills_are_general_practice(String skill, boolean general) {
		assertThat(new DirectoryEntry("Aline", "Roux", Set.of(skill)).isGeneralPractitioner()).isEqualTo(general);
	}

	@Test
	void what_an_agent_should_look_at_is_told_and_nothing_else() {
		var general = new DirectoryEntry("ALINE", "ROUX", Set.of("SM26"));
		assertThat(FileCheck.of(general, "Aline", "Roux")).isEmpty();
		assertThat(FileCheck.of(null, "Aline", "Roux")).containsExactly(FileCheck.UNKNOWN_NUMBER);
		assertThat(FileCheck.of(new DirectoryEntry("RÉMI", "ABADIE", Set.of("SM04")), "Aline", "Roux"))
			.containsExactly(FileCheck.NAME_DIFFERS, FileCheck.NOT_GENERAL_PRACTICE);
	}

}
