package fr.medecinproche.journal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileNumberTests {

	@Test
	void is_noted_as_the_subject_and_said_as_a_number() {
		var act = new FileNumber(12).act("volunteer.noted", "32", null);
		assertThat(act.subject()).isEqualTo("volunteer:12");
		assertThat(act.label()).isEqualTo("Dossier\u00a0n°\u00a012");
	}

	@Test
	void is_found_again_wherever_it_was_said() {
		var detail = "mardi (" + new FileNumber(12) + "), jeudi (" + new FileNumber(345) + ")";
		assertThat(FileNumber.in(detail)).containsExactly(12L, 345L);
		assertThat(FileNumber.said(detail, (number) -> "Dr $" + number + "\\"))
			.isEqualTo("mardi (Dr $12\\), jeudi (Dr $345\\)");
		assertThat(FileNumber.in(new FileNumber(7).act("x", "32", null).label())).containsExactly(7L);
	}

	@Test
	void nothing_typed_is_taken_for_one() {
		assertThat(FileNumber.in("dossier n° 12, Dossier n°12, dossier\u00a0n°\u00a0douze")).isEmpty();
	}

}
