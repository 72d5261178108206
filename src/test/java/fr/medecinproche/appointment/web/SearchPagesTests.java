package fr.medecinproche.appointment.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ComingVisits;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class SearchPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	SiteService sites;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private ConsultationSite marciac;

	private Volunteer doctor;

	private HalfDaySlot morning;

	@BeforeEach
	void aMorningWithADoctor() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
	}

	private MvcTestResult get(String uri, Object... values) {
		return this.mvc.get().uri(uri, values).exchange();
	}

	private PageAssertions search(String commune) {
		var result = get("/recherche?commune={commune}", commune);
		assertThat(result).hasStatusOk();
		return page(result).isSound();
	}

	@Test
	void the_home_page_says_what_the_rows_add_up_to_and_the_next_free_times() {
		page(get("/")).isSound()
			.says("28 zones", "323 497 personnes", "mardi 12 janvier 2027 à 9 h", "Maison de santé de Marciac",
					"sans dépassement d’honoraires", "appelez le 15")
			.has("form[action=/recherche] input[name=commune]")
			.has("a[href=/medecin/devenir-volontaire]")
			.has("a[href=/compte/connexion]");
		page(get("/?lang=en")).isSound()
			.says("28 parts of Occitanie", "323,497 people", "Tuesday 12 January 2027 at 9:00 am");
	}

	@Test
	void the_home_page_is_honest_when_nothing_is_free() {
		this.database.clean();
		page(get("/")).isSound().says("Aucun horaire n’est libre en ligne pour le moment");
	}

	@ParameterizedTest
	@ValueSource(strings = { "32319", "32160 Plaisance", "plaisance (gers)", "Plaisance (Gers) – 32160" })
	void a_commune_is_understood_by_code_and_by_name(String typed) {
		search(typed)
			.says("Médecins près de Plaisance (Gers)", "Maison de santé de Marciac", "km de Plaisance",
					"Accessible en fauteuil roulant", "01 99 00 12 34", "mardi 12 janvier, 9 h", "9 h 20", "9 h 40")
			.doesNotSay("10 h", "Plusieurs communes")
			.has("form[action=/rendez-vous/reservations] input[name=startsAt][value=2027-01-12T08:20:00Z]")
			.has("a[href^=/lieux/" + this.marciac.getSlug() + "]");
	}

	@Test
	void the_kind_of_visit_tells_the_times() {
		page(get("/recherche?commune=32319&motif=FIRST_VISIT")).isSound()
			.says("9 h 30", "Première visite dans ce lieu (30 minutes)")
			.has("option[value=FIRST_VISIT][selected]")
			.has("input[name=motif][value=FIRST_VISIT]")
			.doesNotSay("9 h 20");
		page(get("/recherche?commune=32319&motif=AUTRE")).isSound().says("9 h 20");
	}

	@Test
	void an_ambiguous_name_asks_which_department() {
		search("Plaisance").says("De quelle commune s’agit-il", "Plaisance (Gers) – 32160", "Plaisance (Aveyron)")
			.has("input[type=radio][name=communeCode][value=32319]")
			.doesNotSay("Maison de santé de Marciac");
		page(get("/recherche?commune=Plaisance&communeCode=32319")).says("Maison de santé de Marciac");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Xqzwkj", "99999", "<script>alert(1)</script>", "a\u0000b", "%", "' or 1=1 --" })
	void what_is_no_commune_is_said_to_be_none(String typed) {
		search(typed).has(".fr-message--error").hasNo("article").hasNo("main script:not([src])");
		page(get("/recherche?commune=x&communeCode={code}", typed)).isSound().hasNo("article");
	}

	@Test
	void a_slip_of_the_finger_gets_suggestions() {
		search("Marciak").has("input[type=radio][name=communeCode][value=32233]");
	}

	@Test
	void a_site_without_free_times_says_so_and_gives_its_phone() {
		this.scenario.openSite("Mairie de Plaisance", Scenario.PLAISANCE);
		search("32319").says("Mairie de Plaisance À Plaisance",
				"Aucun horaire n’est libre en ligne dans les semaines qui viennent. Appelez le 01 99 00 12 34");
	}

	@Test
	void nothing_near_is_said_honestly() {
		page(get("/recherche?communeCode=30350")).isSound()
			.says("Aucun lieu de consultation à moins de 60 km de Le Vigan");
	}

	@Test
	void sites_are_paged_and_pages_that_are_not_there_show_the_first() {
		for (int n = 0; n < 11; n++) {
			this.scenario.openSite("Lieu " + n, Scenario.PLAISANCE);
		}
		search("32319").says("12 lieux à moins de 60 km").has(".fr-pagination");
		page(get("/recherche?commune=32319&page=1")).isSound().says("Maison de santé de Marciac");
		for (var page : new String[] { "2", "-1", "2147483647" }) {
			page(get("/recherche?commune=32319&page=" + page)).isSound().says("Lieu 0");
		}
		assertThat(get("/recherche?commune=32319&page=abc")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void the_search_asks_the_database_as_often_for_ten_sites_as_for_one() {
		var forOne = QueryCount.of(() -> search("32319").says("Un lieu"));
		for (int n = 0; n < 9; n++) {
			var site = this.scenario.openSite("Lieu " + n, Scenario.PLAISANCE);
			var doctor = this.scenario.volunteer("Luc", "Bosc-" + n);
			this.scenario.taken(doctor, site, HalfDay.afternoonOf(TUESDAY));
		}
		var forTen = QueryCount.of(() -> search("32319").says("10 lieux"));
		assertThat(forTen).isEqualTo(forOne);
		assertThat(QueryCount.of(() -> get("/"))).isLessThanOrEqualTo(forOne);
	}

	@Test
	void a_site_shows_its_days_as_headings_and_its_times_as_buttons() {
		this.scenario.appointment(this.morning, LocalTime.of(9, 0), Scenario.patient("Jeanne", "Daste"));
		this.scenario.taken(this.doctor, this.marciac, HalfDay.afternoonOf(TUESDAY.plusWeeks(2)));
		var result = get("/lieux/{slug}", this.marciac.getSlug());
		assertThat(result).hasStatusOk();
		page(result).isSound()
			.says("Maison de santé de Marciac", "1 place de la Mairie", "Au fond de la cour.", "carte Vitale",
					"Sans dépassement d’honoraires", "Semaine du 11 janvier 2027", "Dr Aline Roux", "Semaine suivante")
			.has("h4:contains(mardi 12 janvier 2027)")
			.has("input[value=2027-01-12T08:20:00Z]")
			.hasNo("input[value=2027-01-12T08:00:00Z]")
			.doesNotSay("La clé est à la mairie", "Daste", "Semaine précédente");
		page(get("/lieux/{slug}?semaine=2027-01-26", this.marciac.getSlug())).isSound()
			.says("Semaine du 25 janvier 2027", "14 h", "Semaine précédente")
			.doesNotSay("Semaine suivante");
	}

	@Test
	void a_site_says_all_there_is_to_know_to_get_there() {
		page(get("/lieux/{slug}", this.marciac.getSlug())).isSound()
			.says("Comment venir", "1 place de la Mairie, 32230 Marciac", "Au fond de la cour.", "Accès sans marche",
					"01 99 00 12 34", "le point est au milieu de la commune de Marciac")
			.doesNotSay("Stationnement ", "Bon à savoir", "Coordonnées")
			.has("svg[role=img][aria-label*=Bastides] path.map__zone")
			.has("a[href^='https://www.openstreetmap.org/search?query=1%20place'][rel~=noreferrer]");
		this.jdbc.sql("""
				update consultation_site set latitude = 43.5236, longitude = 0.1606, step_free = false,
				parking = 'Devant l’église.', public_transport = 'Bus 934.', patient_notes = 'Sonnez fort.'""")
			.update();
		page(get("/lieux/{slug}", this.marciac.getSlug())).isSound()
			.says("Stationnement Devant l’église.", "transport à la demande Bus 934.", "Bon à savoir Sonnez fort.",
					"Il y a des marches", "43,5236° nord, 0,1606° est")
			.has("a[href='https://www.openstreetmap.org/directions?to=43.5236,0.1606'][rel~=noreferrer]")
			.has("a[href='geo:43.5236,0.1606']")
			.hasNo("img, iframe, script[src^=http], link[href^=http]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-999999999-01-01", "+999999999-12-31", "2020-01-01", "2027-01-13" })
	void any_week_leads_to_one_with_free_times(String week) {
		page(get("/lieux/{slug}?semaine={week}", this.marciac.getSlug(), week)).isSound().says("mardi 12 janvier 2027");
	}

	@Test
	void a_suspended_site_and_a_closed_one_say_so() {
		this.sites.suspend(this.marciac.getId(), null);
		var suspended = get("/lieux/{slug}", this.marciac.getSlug());
		assertThat(suspended).hasStatusOk();
		page(suspended).isSound().says("Ce lieu ne reçoit pas en ce moment", "01 99 00 12 34").hasNo(".times");
		this.sites.close(this.marciac.getId(), null, new ComingVisits(9, 9, 9));
		var closed = get("/lieux/{slug}", this.marciac.getSlug());
		assertThat(closed).hasStatus(HttpStatus.GONE);
		page(closed).isSound().says("Ce lieu est fermé").has("a[href='/recherche?communeCode=32233']").hasNo(".times");
		assertThat(get("/lieux/nulle-part")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void times_of_the_next_two_hours_are_left_to_the_phone() {
		this.clock.set(TUESDAY.atTime(9, 0));
		page(get("/lieux/{slug}", this.marciac.getSlug())).isSound()
			.has("input[value=2027-01-12T10:00:00Z]")
			.hasNo("input[value=2027-01-12T09:40:00Z]");
	}

	@Test
	void looking_around_leaves_no_session() {
		this.clock.set(LocalDateTime.of(LocalDate.of(2027, 1, 5), LocalTime.NOON));
		for (var path : new String[] { "/", "/recherche?commune=32319", "/lieux/" + this.marciac.getSlug() }) {
			var result = get(path);
			Genuine.assertNoSession(result);
			assertThat(result).cookies().doesNotContainCookie("SESSION");
		}
	}

}
