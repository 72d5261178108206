package fr.medecinproche.territory.web;

import fr.medecinproche.territory.CommuneField;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.PageAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static fr.medecinproche.testing.PageAssertions.page;

/**
 * The field on a page of its own, as any page of the site would use it.
 */
@ApplicationTest
class CommuneFieldTests {

	@Autowired
	CommuneField field;

	@Autowired
	RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Autowired
	MockMvcTester mvc;

	private AnyPage anyPage;

	@BeforeEach
	void open() {
		this.anyPage = AnyPage.open(this.field, this.requestMappingHandlerMapping);
	}

	@AfterEach
	void close() {
		this.anyPage.close();
	}

	@Test
	void a_name_that_is_understood_needs_no_choice() {
		typed("marciac", "").says("Trouvé : 32233").hasNo("[type=radio][name=communeCode]").hasNo(".fr-message--error");
	}

	@Test
	void a_commune_chosen_from_the_list_wins_over_the_text() {
		typed("plaisance", "12183").says("Trouvé : 12183");
		typed("plaisance", "\u0000").doesNotSay("Trouvé");
	}

	@Test
	void an_ambiguous_name_comes_back_with_the_choice_and_what_was_typed() {
		typed("plaisance", "").doesNotSay("Trouvé")
			.says("Plusieurs communes", "Plaisance (Gers) – 32160", "Plaisance (Aveyron) – 12550")
			.has("input[value=plaisance][aria-invalid=true]")
			.has("[type=radio][name=communeCode][value=32319]")
			.hasNo("[type=hidden][name=communeCode]");
	}

	@Test
	void a_slip_of_the_finger_comes_back_with_what_may_have_been_meant() {
		typed("marsiac", "").says("Nous ne connaissons pas", "Marciac (Gers) – 32230")
			.has("[type=radio][name=communeCode][value=32233]");
		typed("labastide murrat", "").says("Labastide-Murat, aujourd’hui Cœur de Causse (Lot) – 46240");
	}

	@Test
	void nothing_and_nonsense_are_said_to_be_so() {
		typed(" ", "").says("Indiquez une commune");
		typed("Zzzz", "").says("Vérifiez l’orthographe")
			.hasNo("[type=radio][name=communeCode]")
			.has("[type=hidden][name=communeCode]");
		typed("<b>Zzzz", "").hasNo("main b");
	}

	private PageAssertions typed(String text, String code) {
		return page(this.mvc.get().uri(AnyPage.ADDRESS).param("commune", text).param("communeCode", code).exchange());
	}

}
