package fr.medecinproche.web;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class StaticPagesTests {

	@Autowired
	MockMvcTester mvc;

	@ParameterizedTest
	@ValueSource(strings = { "/plan-du-site", "/accessibilite", "/mentions-legales", "/donnees-personnelles",
			"/compte/connexion", "/compte/mot-de-passe-oublie" })
	void pages_are_sound_in_both_languages_and_tell_whom_to_call(String path) {
		var french = this.mvc.get().uri(path).exchange();
		assertThat(french).hasStatusOk();
		page(french).isSound().says("En cas d’urgence, appelez le 15");
		var english = this.mvc.get().uri(path + "?lang=en").exchange();
		page(english).isSound().says("In an emergency, call 15").has("html[lang=en]");
	}

	@Test
	void only_a_choice_of_language_leaves_a_cookie() {
		assertThat(this.mvc.get().uri("/plan-du-site").exchange()).cookies().doesNotContainCookie("langue");
		assertThat(this.mvc.get().uri("/plan-du-site?lang=en").exchange()).cookies().hasValue("langue", "en");
		assertThat(this.mvc.get().uri("/plan-du-site?lang=../x").exchange()).hasStatusOk()
			.cookies()
			.doesNotContainCookie("langue");
	}

	@Test
	void the_menu_is_the_one_of_the_role() {
		page(this.mvc.get().uri("/plan-du-site").with(People.agent()).exchange()).isSound()
			.says("Ce matin", "Claude Martin", "Se déconnecter")
			.doesNotSay("En cas d’urgence");
	}

	@Test
	void what_the_operator_has_not_set_is_said_to_be_missing() {
		page(this.mvc.get().uri("/mentions-legales").exchange()).says("Éditeur non renseigné");
		page(this.mvc.get().uri("/donnees-personnelles").exchange()).says("3 mois après la visite");
	}

}
