package fr.medecinproche.territory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FoldedNameTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Nîmes | nimes
			CŒUR DE CAUSSE | coeur de causse
			St-Girons | saint girons
			Ste. Foy-d'Aigrefeuille | sainte foy d aigrefeuille
			L’Isle-Jourdain | l isle jourdain
			Estaing | estaing
			Est | est
			Bagnères   de -- Bigorre | bagneres de bigorre
			Ærø | aer
			Val-d'Aigoual (30) | val d aigoual 30
			""")
	void ignores_case_accents_and_punctuation(String name, String folded) {
		assertThat(FoldedName.of(name).value()).isEqualTo(folded);
	}

	@ParameterizedTest
	@CsvSource({ "Le Vigan,vigan", "L'Hospitalet,hospitalet", "Les Cabannes,cabannes", "Lespinasse,lespinasse",
			"La,la" })
	void leaves_out_the_article_and_nothing_else(String name, String rest) {
		assertThat(FoldedName.of(name).withoutArticle().value()).isEqualTo(rest);
	}

	@Test
	void keeps_no_wildcard_emoji_or_control_character() {
		assertThat(FoldedName.of("%_\\'\";--\u0000\uD83D\uDE00").isEmpty()).isTrue();
		assertThat(FoldedName.of("").isEmpty()).isTrue();
	}

	@Test
	void folding_twice_changes_nothing() {
		var once = FoldedName.of("Saint-Étienne-du-Valdonnez");
		assertThat(FoldedName.of(once.value())).isEqualTo(once);
	}

}
