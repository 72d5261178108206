package fr.medecinproche.territory.web;

import fr.medecinproche.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class CommuneSuggestionsTests {

	@Autowired
	MockMvcTester mvc;

	@Test
	void suggests_to_anybody_what_tells_the_communes_apart() {
		assertThat(this.mvc.get().uri("/communes").param("q", "plaisance")).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("""
					[{"code": "32319", "label": "Plaisance (Gers) – 32160", "former": null},
					 {"code": "24168", "label": "Plaisance (Dordogne) – 24560", "former": null},
					 {"code": "12183", "label": "Plaisance (Aveyron) – 12550", "former": null},
					 {"code": "31424", "label": "Plaisance-du-Touch (Haute-Garonne) – 31830", "former": null}]""");
	}

	@Test
	void says_which_former_name_was_recognised() {
		assertThat(this.mvc.get().uri("/communes").param("q", "Labastide-Mur")).bodyJson()
			.extractingPath("$[0].former")
			.isEqualTo("Labastide-Murat");
	}

	@Test
	void may_be_kept_for_a_day_and_opens_no_session() {
		assertThat(this.mvc.get().uri("/communes").param("q", "marciac")).hasStatusOk()
			.hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=86400, public")
			.headers()
			.doesNotContainHeader(HttpHeaders.SET_COOKIE);
	}

	@Test
	void suggests_no_more_than_eight() {
		assertThat(this.mvc.get().uri("/communes").param("q", "saint")).bodyJson()
			.extractingPath("$.length()")
			.isEqualTo(8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "s", " s ", "%%", "\u0000\u0000", "\uD83D\uDE91\uD83D\uDE91", "' or 1=1 --",
			"<script>alert(1)</script>" })
	void suggests_nothing_for_what_makes_no_sense(String typed) {
		assertThat(this.mvc.get().uri("/communes").param("q", typed)).hasStatusOk().bodyJson().isStrictlyEqualTo("[]");
	}

	@Test
	void suggests_nothing_for_what_is_endless_or_missing() {
		assertThat(this.mvc.get().uri("/communes").param("q", "m".repeat(300))).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("[]");
		assertThat(this.mvc.get().uri("/communes")).hasStatusOk().bodyJson().isStrictlyEqualTo("[]");
	}

}
