package fr.medecinproche.matching.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.territory.Siren;
import fr.medecinproche.territory.zoning.ZoneListService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.Availability;
import fr.medecinproche.volunteer.Preferences;
import fr.medecinproche.volunteer.SpokenLanguage;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@ApplicationTest
class NearbyVolunteersTests {

	private static final String AUCH = "32013";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	NearbyVolunteers nearby;

	@Autowired
	VolunteerService files;

	@Autowired
	ZoneListService list;

	@Autowired
	Communes communes;

	@Autowired
	Scenario scenario;

	@Autowired
	CleanDatabase database;

	@Autowired
	JdbcClient jdbc;

	private ConsultationSite site;

	private String zone;

	private long agent;

	@BeforeEach
	void clean() {
		this.database.clean();
		this.agent = this.scenario.agent().id();
		this.site = this.scenario.openSite("Maison de santé", Scenario.MARCIAC);
		this.zone = this.communes.findById(Scenario.MARCIAC).orElseThrow().getZone().getSiren();
	}

	@Test
	void the_nearest_come_first_and_their_distance_is_that_to_the_nearest_open_place() {
		var far = this.scenario.volunteer("Anne", "Abadie");
		var near = in(this.scenario.volunteer("Zoé", "Zola"), AUCH);
		this.scenario.candidate("Marc", "Lacaze");
		var rows = this.nearby.around(this.nearby.placesOf(this.zone), filter("250"), null, 0);
		assertThat(rows).extracting(NearbyVolunteers.Row::id).containsExactly(near.getId(), far.getId());
		assertThat(rows.getContent().getLast().km()).isCloseTo(
				this.site.getPosition().distanceTo(this.communes.findById("31555").orElseThrow().getPosition()),
				within(0.001));
		page(get("?zone=" + this.zone + "&rayon=250", People.agent())).isSound()
			.says("2 médecins à moins de 250 km", "Dr Zoé Zola", "Dr Anne Abadie", "de route", "encore jamais")
			.doesNotSay("Lacaze")
			.has("a[href='/ars/appels/nouveau?zone=" + this.zone + "']");
	}

	@Test
	void a_radius_keeps_who_is_just_within_and_leaves_who_is_just_out() {
		this.scenario.volunteer("Anne", "Abadie");
		var toulouse = this.communes.findById("31555").orElseThrow().getPosition();
		double degree = 6371 * Math.PI / 180;
		var within = new GeoPoint(toulouse.latitude() + 29.99 / degree, toulouse.longitude());
		var without = new GeoPoint(toulouse.latitude() + 30.01 / degree, toulouse.longitude());
		assertThat(this.nearby.around(List.of(within), filter("30"), null, 0)).hasSize(1);
		assertThat(this.nearby.around(List.of(without), filter("30"), null, 0)).isEmpty();
		assertThat(this.nearby.around(List.of(without, within), filter("30"), null, 0)).hasSize(1);
	}

	@Test
	void who_has_given_four_half_days_has_none_left_that_month() {
		var doctor = this.scenario.volunteer("Anne", "Abadie");
		for (int day = 0; day < 4; day++) {
			assertThat(row("cemois").thisMonth()).isEqualTo(4 - day);
			this.scenario.taken(doctor, this.site, HalfDay.morningOf(Scenario.TUESDAY.plusDays(day)));
		}
		assertThat(rows("cemois")).isEmpty();
		assertThat(row("moisprochain").nextMonth()).isEqualTo(4);
		assertThat(row("").thisMonth()).isZero();
		this.scenario.taken(doctor, this.site, HalfDay.morningOf(LocalDate.of(2027, 2, 2)));
		assertThat(row("moisprochain").nextMonth()).isEqualTo(3);
	}

	private NearbyVolunteers.Row row(String free) {
		return rows(free).getFirst();
	}

	private List<NearbyVolunteers.Row> rows(String free) {
		return this.nearby
			.around(List.of(this.site.getPosition()),
					new NearbyFilter(this.zone, null, null, "250", free, null, null, null), null, 0)
			.getContent();
	}

	@Test
	void days_languages_and_retirement_narrow_the_search() {
		var zola = this.scenario.volunteer("Zoé", "Zola");
		this.files.prefer(zola.getId(), new Preferences(false, Set.of(SpokenLanguage.CATALAN)),
				new Availability(30, Set.of(DayOfWeek.MONDAY), Set.of()));
		this.scenario.volunteer("Anne", "Abadie");
		this.jdbc.sql("update volunteer set practice = 'RETRAITE_CUMUL' where id = ?").param(zola.getId()).update();
		list("&jour=MONDAY").says("Zola", "Abadie", "préfère moins de 30 km", "parle catalan", "retraité en activité");
		list("&jour=TUESDAY").says("Abadie").doesNotSay("Zola");
		list("&langue=CATALAN").says("Zola").doesNotSay("Abadie");
		list("&langue=ARABIC").says("Aucun médecin ne correspond");
		list("&retraite=oui").says("Zola").doesNotSay("Abadie");
	}

	@Test
	void a_commune_is_typed_instead_of_a_zone() {
		this.scenario.volunteer("Anne", "Abadie");
		page(get("?commune=Blagnac&rayon=30", People.agent())).isSound().says("Autour de Blagnac", "Dr Anne Abadie");
		page(get("?commune=Plaisance", People.agent())).isSound().has("input[name=communeCode][type=radio]");
		page(get("?commune=zzzz", People.agent())).isSound().has("#commune[aria-invalid=true]");
		page(get("", People.agent())).isSound().hasNo("table");
		assertThat(this.mvc.get().uri("/ars/medecins?zone=" + this.zone + "&rayon=60").with(People.agent()).exchange())
			.hasRedirectedUrl("/ars/medecins/proches?zone=" + this.zone + "&rayon=60");
	}

	@Test
	void around_a_zone_whose_position_no_list_says_it_is_looked_from_its_communes() {
		this.list.add(new ZoneListService.NewZone(new Siren("200069656"), "CC Cœur Haute Lande", List.of("40"), 16_702,
				16_305, "INSEE, 2022"), LocalDate.of(2027, 1, 4), null, this.agent);
		page(get("?zone=200069656", People.agent())).isSound()
			.says("cette zone n’a encore ni lieu ouvert")
			.hasNo("table");
		this.jdbc.sql("""
				insert into commune (insee, nom, departement, zone, postal_codes, population, latitude, longitude)
				values ('40227', 'Pissos', '40', '200069656', '40410', 1400, 44.308, -0.779)""").update();
		assertThat(this.nearby.placesOf("200069656")).containsExactly(new GeoPoint(44.308, -0.779));
		page(get("?zone=200069656", People.agent())).isSound().doesNotSay("ni lieu ouvert");
	}

	@Test
	void an_agent_sees_the_zones_and_the_doctors_of_their_perimeter() {
		this.scenario.volunteer("Anne", "Abadie");
		in(this.scenario.volunteer("Zoé", "Zola"), AUCH);
		page(get("?rayon=250&zone=" + this.zone, People.agentOf("32"))).isSound().says("Zola").doesNotSay("Abadie");
		page(get("?rayon=250&zone=" + this.zone, People.agentOf("R76"))).isSound().says("Zola", "Abadie");
		assertThat(get("?zone=" + this.zone, People.agentOf("30"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("?zone=000000000", People.agent())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "&rayon=-1", "&rayon=1e9", "&jour=x", "&langue='", "&libre=x", "&page=-5", "&page=99999" })
	void a_question_that_makes_no_sense_is_no_error(String query) {
		assertThat(get("?zone=" + this.zone + query, People.agent())).hasStatusOk();
	}

	@Test
	void many_doctors_take_as_many_queries_as_one() {
		this.scenario.volunteer("Anne", "Abadie");
		int one = QueryCount.of(() -> list(""));
		for (int n = 0; n < 5; n++) {
			this.scenario.volunteer("Anne", "Abadie" + n);
		}
		assertThat(QueryCount.of(() -> list("").says("6 médecins"))).isEqualTo(one);
	}

	private PageAssertions list(String query) {
		return page(get("?rayon=250&zone=" + this.zone + query, People.agent())).isSound();
	}

	private static NearbyFilter filter(String radius) {
		return new NearbyFilter("", null, null, radius, null, null, null, null);
	}

	private Volunteer in(Volunteer volunteer, String insee) {
		this.jdbc.sql("update volunteer set commune = ? where id = ?").params(insee, volunteer.getId()).update();
		return volunteer;
	}

	private MvcTestResult get(String query, RequestPostProcessor who) {
		return this.mvc.get().uri("/ars/medecins/proches" + query).with(who).exchange();
	}

}
