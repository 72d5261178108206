package fr.medecinproche.volunteer.web;

import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.Preferences;
import fr.medecinproche.volunteer.SpokenLanguage;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class PreferencesPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	Volunteers volunteers;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private ConsultationSite marciac;

	@BeforeEach
	void aDoctorWithAMorning() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(Scenario.TUESDAY));
	}

	@Test
	void a_doctor_who_has_said_nothing_promises_nothing() {
		assertThat(preferences()).isEqualTo(new Preferences(false, java.util.Set.of()));
		see("/medecin").isSound().has("a[href=/medecin/preferences]");
		see("/medecin/preferences").isSound()
			.says("Ce que les patients savent de vous", "langue des signes française")
			.hasNo("input[type=checkbox][checked]");
		times().says("Dr Aline Roux").doesNotSay("parle", "accepte de devenir");
	}

	@Test
	void what_a_doctor_ticks_is_shown_beside_the_times_and_can_be_taken_back() {
		assertThat(tick("acceptsRegularPatients", "true", "languages", "ENGLISH", "languages", "SIGN_LANGUAGE"))
			.hasRedirectedUrl("/medecin");
		assertThat(preferences().acceptsRegularPatients()).isTrue();
		assertThat(preferences().languages()).containsExactlyInAnyOrder(SpokenLanguage.ENGLISH,
				SpokenLanguage.SIGN_LANGUAGE);
		times().says("Dr Aline Roux accepte de devenir médecin traitant parle anglais pratique la langue des signes")
			.doesNotSay("parle espagnol");
		see("/medecin/preferences").isSound()
			.has("#acceptsRegularPatients[checked]")
			.has("#languages-ENGLISH[checked]")
			.hasNo("#languages-SPANISH[checked]");
		tick();
		assertThat(preferences()).isEqualTo(new Preferences(false, java.util.Set.of()));
	}

	@Test
	void a_language_nobody_offered_is_refused() {
		page(tick("languages", "KLINGON")).isSound().says("Cette réponse n’a pas la forme attendue");
		assertThat(preferences().languages()).isEmpty();
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update volunteer set languages = array['KLINGON']::varchar[]").update());
	}

	@Test
	void others_have_no_such_page() {
		assertThat(this.mvc.get().uri("/medecin/preferences").with(People.agent())).hasStatus(HttpStatus.FORBIDDEN);
	}

	private PageAssertions see(String path) {
		return page(this.mvc.get()
			.uri(path)
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.exchange());
	}

	private MvcTestResult tick(String... ticked) {
		var request = this.mvc.post()
			.uri("/medecin/preferences")
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.with(csrf());
		for (int i = 0; i < ticked.length; i += 2) {
			request.param(ticked[i], ticked[i + 1]);
		}
		return request.exchange();
	}

	private PageAssertions times() {
		return page(this.mvc.get().uri("/lieux/{slug}", this.marciac.getSlug()).exchange()).isSound();
	}

	private Preferences preferences() {
		return this.volunteers.findById(this.doctor.getId()).orElseThrow().getPreferences();
	}

}
