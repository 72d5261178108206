package fr.medecinproche.territory;

import java.util.List;

import fr.medecinproche.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

@ApplicationTest
class CommuneSearchTests {

	@Autowired
	CommuneSearch search;

	@Autowired
	Communes communes;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			marciac | 32233
			Saint Girons | 09261
			st-girons | 09261
			  ST.GIRONS  | 09261
			NIMES | 30189
			Nîmes | 30189
			vigan | 30350
			L’Isle-Jourdain | 32160
			Cœur de Causse | 46138
			coeur de causse | 46138
			labastide murat | 46138
			Plaisance 32 | 32319
			32 plaisance | 32319
			Plaisance (Gers) | 32319
			Plaisance (32) | 32319
			plaisance, gers | 32319
			plaisance gers | 32319
			32160 Plaisance | 32319
			Plaisance 32160 | 32319
			Plaisance (Gers) – 32160 | 32319
			Plaisance (Aveyron) – 12550 | 12183
			plaisance-du | 31424
			plaisance du touch | 31424
			Castillon (Canton de Lembeye) | 64182
			""")
	void understands_what_people_type(String typed, String insee) {
		assertThat(this.search.understand(typed)).asInstanceOf(type(CommuneAnswer.Found.class))
			.extracting((found) -> found.commune().getInsee())
			.isEqualTo(insee);
	}

	@Test
	void the_commune_that_was_found_comes_with_its_department_and_zone() {
		var marciac = ((CommuneAnswer.Found) this.search.understand("Marciac")).commune();
		assertThat(marciac.getDepartement().getNom()).isEqualTo("Gers");
		assertThat(marciac.getZone()).isNotNull();
		assertThat(marciac.getZone().getNomArs()).isEqualTo("Bastides et vallons du Gers");
		assertThat(marciac.getPostalCodes()).containsExactly("32230");
		assertThat(marciac.getLabel()).isEqualTo("Marciac (Gers) – 32230");
	}

	@Test
	void asks_which_plaisance() {
		assertThat(this.search.understand("plaisance")).asInstanceOf(type(CommuneAnswer.Ambiguous.class))
			.extracting((answer) -> labels(answer.choices()))
			.asInstanceOf(list(String.class))
			.containsExactly("Plaisance (Gers) – 32160", "Plaisance (Dordogne) – 24560", "Plaisance (Aveyron) – 12550");
	}

	@Test
	void asks_which_commune_of_a_postal_code() {
		var answer = this.search.understand("32 230");
		assertThat(answer).isInstanceOf(CommuneAnswer.Ambiguous.class);
		var choices = ((CommuneAnswer.Ambiguous) answer).choices();
		assertThat(choices).allSatisfy((choice) -> assertThat(choice.postalCodes()).contains("32230"));
		assertThat(choices.getFirst().nom()).isEqualTo("Marciac");
		assertThat(choices).hasSizeGreaterThan(10);
	}

	@Test
	void offers_the_communes_around_a_postal_code_nobody_lives_at() {
		var answer = this.search.understand("32239");
		assertThat(((CommuneAnswer.Unknown) answer).suggestions()).isNotEmpty()
			.allSatisfy((suggestion) -> assertThat(suggestion.postalCodes())
				.anySatisfy((code) -> assertThat(code).startsWith("322")));
	}

	@Test
	void offers_the_likely_commune_for_a_slip_of_the_finger() {
		var answer = this.search.understand("MARSIAC");
		assertThat(((CommuneAnswer.Unknown) answer).suggestions()).extracting(CommuneMatch::nom).contains("Marciac");
		assertThat(this.search.find("vic fesensac", 8)).extracting(CommuneMatch::nom).first().isEqualTo("Vic-Fezensac");
		assertThat(this.search.find("Sant Giron", 8)).extracting(CommuneMatch::nom).contains("Saint-Girons");
	}

	@Test
	void offers_the_name_when_the_department_or_postal_code_is_wrong() {
		assertThat(this.search.find("Marciac (Tarn)", 8)).extracting(CommuneMatch::nom).containsExactly("Marciac");
		assertThat(this.search.find("Marciac 31000", 8)).extracting(CommuneMatch::nom).containsExactly("Marciac");
		assertThat(this.search.understand("Marciac 31000")).isInstanceOf(CommuneAnswer.Unknown.class);
	}

	@Test
	void says_which_former_name_was_recognised() {
		assertThat(this.search.find("labastide-murat", 8)).first().satisfies((match) -> {
			assertThat(match.nom()).isEqualTo("Cœur de Causse");
			assertThat(match.formerName()).isEqualTo("Labastide-Murat");
		});
		assertThat(this.search.find("coeur de causse", 8)).first()
			.satisfies((match) -> assertThat(match.formerName()).isNull());
	}

	@Test
	void puts_exact_names_first_and_then_the_largest() {
		var found = this.search.find("Plaisance", 8);
		assertThat(found.subList(0, 3)).extracting(CommuneMatch::nom).containsOnly("Plaisance");
		assertThat(found.get(3).nom()).isEqualTo("Plaisance-du-Touch");
		assertThat(this.search.find("tou", 3)).first().extracting(CommuneMatch::nom).isEqualTo("Toulouse");
		assertThat(this.search.find("31", 1)).first().extracting(CommuneMatch::nom).isEqualTo("Toulouse");
	}

	@Test
	void names_a_commune_once_and_no_more_than_asked() {
		assertThat(this.search.find("saint", 8)).hasSize(8).doesNotHaveDuplicates();
		assertThat(this.search.find("Zzzz", 8)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "Zzzz", "%", "_", "%%%%", "\\", "' or 1=1 --", "\u0000", "\uD83D\uDE91", "()",
			"(", ",", "123456789", "00000", "Ⅻ", "мир", "\uFFFF" })
	void knows_nothing_of_what_makes_no_sense(String typed) {
		assertThat(this.search.understand(typed)).isEqualTo(new CommuneAnswer.Unknown(List.of()));
		assertThat(this.search.find(typed, 8)).isEmpty();
	}

	@Test
	void knows_nothing_of_what_is_endless() {
		assertThat(this.search.understand("saint ".repeat(50))).isEqualTo(new CommuneAnswer.Unknown(List.of()));
		assertThat(this.search.find("1".repeat(300), 8)).isEmpty();
	}

	@Test
	void a_wildcard_is_no_letter() {
		assertThat(this.search.find("m%c", 8)).isEmpty();
		assertThat(this.search.find("ma_c", 8)).extracting(CommuneMatch::nom).doesNotContain("Marciac");
	}

	@ParameterizedTest
	@ValueSource(strings = { "09261", "32319", "12183", "46138", "64182", "31424" })
	void understands_its_own_labels(String insee) {
		var commune = this.communes.findById(insee).orElseThrow();
		assertThat(this.search.understand(commune.getLabel())).isEqualTo(new CommuneAnswer.Found(commune));
	}

	private static List<String> labels(List<CommuneMatch> matches) {
		return matches.stream().map(CommuneMatch::label).toList();
	}

}
