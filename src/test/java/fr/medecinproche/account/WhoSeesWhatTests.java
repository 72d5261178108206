package fr.medecinproche.account;

import java.util.List;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

@ApplicationTest
class WhoSeesWhatTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@ParameterizedTest
	@EnumSource
	void a_role_is_let_into_its_own_room_and_no_other(Role role) {
		for (var room : Role.values()) {
			var status = this.mvc.get()
				.uri(room.home() + "/no-such-page")
				.with(People.signedIn(1, role))
				.exchange()
				.getResponse()
				.getStatus();
			var expected = room.home().equals(role.home()) ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN;
			assertThat(status).as("%s in %s", role, room.home()).isEqualTo(expected.value());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ars", "/ars/zones", "/medecin", "/medecin/agenda", "/medecin/devenir-volontaires",
			"/lieu", "/regulation", "/compte", "/compte/adresse", "/compte/mot-de-passe", "/compte/second-facteur",
			"/compte/second-facteur/application", "/compte/connexions", "/compte/fermeture" })
	void a_stranger_in_a_room_is_asked_to_sign_in(String path) {
		assertThat(this.mvc.get().uri(path).exchange()).hasStatus(HttpStatus.FOUND)
			.hasRedirectedUrl("/compte/connexion");
	}

	@ParameterizedTest
	@EnumSource
	void every_role_sees_its_own_account(Role role) {
		var account = this.scenario.account("somebody@essai.example", role);
		for (var path : List.of("/compte", "/compte/adresse", "/compte/second-facteur", "/compte/connexions",
				"/compte/fermeture")) {
			assertThat(this.mvc.get().uri(path).with(People.signedIn(account.id(), role)).exchange()).as(path)
				.hasStatusOk();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ars", "/ars/zones", "/medecin", "/compte", "/compte/adresse", "/compte/fermeture" })
	void whoever_must_set_up_a_second_factor_is_led_to_it(String path) {
		var agent = this.scenario.agent();
		var due = UsernamePasswordAuthenticationToken.authenticated(SignedIn.as(agent), null,
				List.of(new SimpleGrantedAuthority(Admission.SECOND_FACTOR_DUE)));
		assertThat(this.mvc.get().uri(path).with(authentication(due)).exchange()).hasStatus(HttpStatus.FOUND)
			.hasRedirectedUrl("/compte/second-facteur");
		page(this.mvc.get().uri("/compte/second-facteur").with(authentication(due)).exchange()).isSound();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/medecins", "/arsenal", "/nowhere", "/actuator", "/actuator/env", "/fhir/Slot" })
	void what_is_no_room_is_not_found_for_anybody(String path) {
		assertThat(this.mvc.get().uri(path).exchange()).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(path).with(People.admin()).exchange()).hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/plan-du-site", "/compte/connexion", "/compte/mot-de-passe-oublie", "/nowhere", "/ars" })
	void a_visitor_gets_no_session(String path) {
		var response = this.mvc.get().uri(path).exchange();
		assertThat(response).cookies().doesNotContainCookie("SESSION");
		assertThat(response.getRequest().getSession(false)).isNull();
		assertThat(this.jdbc.sql("select count(*) from spring_session").query(Integer.class).single()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Content-Security-Policy | script-src 'self'; style-src 'self';
			Content-Security-Policy | default-src 'none';
			Content-Security-Policy | frame-ancestors 'none'
			Referrer-Policy         | same-origin
			Permissions-Policy      | geolocation=(self)
			X-Content-Type-Options  | nosniff
			""")
	void pages_carry_protective_headers(String header, String value) {
		assertThat(this.mvc.get().uri("/plan-du-site").exchange().getResponse().getHeader(header)).contains(value);
	}

	@Test
	void a_form_older_than_its_cookie_gets_a_kind_page() {
		var expired = this.mvc.post().uri("/compte/mot-de-passe-oublie").param("email", "a@example.org").exchange();
		assertThat(expired).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void the_token_against_forged_forms_is_in_a_cookie_scripts_cannot_read() {
		var cookie = this.mvc.get().uri("/compte/connexion").exchange().getResponse().getCookie("XSRF-TOKEN");
		assertThat(cookie).isNotNull();
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
	}

	@Test
	void a_language_survives_on_a_page_of_a_room() {
		page(this.mvc.get().uri("/mentions-legales?lang=en").with(People.regulator()).exchange()).isSound()
			.says("Find a time", "Sign out");
	}

}
