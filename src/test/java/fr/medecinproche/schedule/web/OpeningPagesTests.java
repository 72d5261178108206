package fr.medecinproche.schedule.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.web.Flash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class OpeningPagesTests {

	/** Two rooms, Mondays and Thursdays of May 2027, of which the 6th is a holiday. */
	private static final String MAY = "from=2027-05-03&until=2027-05-13&weekdays=MONDAY&weekdays=THURSDAY"
			+ "&periods=MORNING&periods=AFTERNOON&rooms=1&rooms=2";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	SiteService siteService;

	@Autowired
	HalfDaySlots slots;

	@Autowired
	JdbcClient jdbc;

	private ConsultationSite site;

	@BeforeEach
	void openSite() {
		this.database.clean();
		this.scenario.agent();
		this.site = this.scenario.openSite("Maison", Scenario.MARCIAC, 2);
	}

	@Test
	void asks_which_half_days() {
		page(get("nouvelle")).isSound().says("Ouvrir des demi-journées", "Cabinet 2", "9 h à 12 h 30");
		page(get("nouvelle?" + MAY)).isSound()
			.has("input[name=weekdays][value=THURSDAY][checked]")
			.has("input[name=from][value=2027-05-03]");
	}

	@Test
	void saves_what_the_preview_counted() {
		preview(MAY).isSound()
			.says("12 demi-journées seront ouvertes", "Jours fériés laissés de côté", "jeudi 6 mai 2027",
					"lundi 3 mai 2027, matin, cabinet 1")
			.has("input[type=hidden][name=announced][value=12]")
			.has("form[method=post] input[type=hidden][name=weekdays][value=THURSDAY]");
		assertThat(opened()).isEmpty();
		var saved = open(MAY + "&announced=12");
		assertThat(saved).hasRedirectedUrl("/ars/lieux/" + this.site.getId());
		assertThat(flash(saved)).isEqualTo(Flash.success("schedule.opening.done", 12));
		assertThat(opened()).hasSize(12).doesNotHaveDuplicates().noneMatch((slot) -> slot.contains("2027-05-06"));
	}

	@Test
	void what_exists_already_is_named_and_skipped() {
		this.scenario.halfDay(this.site, HalfDay.morningOf(LocalDate.of(2027, 5, 3)), 2);
		preview(MAY).says("11 demi-journées", "Une demi-journée existe déjà", "lundi 3 mai 2027, matin, cabinet 2");
		assertThat(flash(open(MAY + "&announced=12")))
			.isEqualTo(Flash.warning("schedule.opening.done.otherwise", 11, 12));
		assertThat(opened()).hasSize(12).doesNotHaveDuplicates();
	}

	@Test
	void a_double_click_opens_nothing_twice() {
		open(MAY + "&announced=12");
		assertThat(flash(open(MAY + "&announced=12")).arguments()).containsExactly(0, 12);
		assertThat(opened()).hasSize(12);
		preview(MAY).isSound()
			.says("Aucune demi-journée ne serait ouverte")
			.hasNo("form[method=post] [name=announced]");
	}

	@Test
	void one_day_needs_no_weekday() {
		preview("from=2027-05-04&periods=MORNING&rooms=2").says("Une demi-journée sera ouverte",
				"mardi 4 mai 2027, matin, cabinet 2");
	}

	@Test
	void days_on_which_nothing_can_be_opened_are_named_with_the_reason() {
		this.jdbc.sql("update zone_priority set ends_on = '2027-05-11' where siren = ?")
			.param(this.site.getZone().getSiren())
			.update();
		this.jdbc.sql("""
				insert into site_no_need (site_id, from_day, until_day, reason, said_at)
				values (?, '2027-05-04', '2027-05-04', 'Assez', now())""").param(this.site.getId()).update();
		preview("from=2027-05-12&periods=MORNING&rooms=1").isSound()
			.says("Aucune demi-journée ne serait ouverte",
					"La zone n’est pas prioritaire ce jour-là : une demi-journée", "mercredi 12 mai 2027, matin");
		preview("from=2027-05-04&periods=MORNING&rooms=1").isSound().says("Le lieu n’a pas besoin de médecin");
	}

	@Test
	void a_site_with_one_room_needs_no_room() {
		this.site = this.scenario.openSite("Petite maison", Scenario.PLAISANCE);
		page(get("nouvelle")).isSound().hasNo("[name=rooms]");
		assertThat(flash(open("from=2027-05-04&periods=MORNING"))).isEqualTo(Flash.success("schedule.opening.done", 1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					periods=MORNING&rooms=1 | Remplissez ce champ
					from=demain&periods=MORNING&rooms=1 | Écrivez une date
					from=2027-01-03&periods=MORNING&rooms=1 | Ce jour est passé
					from=2029-01-05&periods=MORNING&rooms=1 | Ce jour est trop loin
					from=%2B999999999-12-31&periods=MORNING&rooms=1 | Ce jour est trop loin
					from=2027-05-04&until=2027-05-03&periods=MORNING&rooms=1 | Le dernier jour est avant le premier
					from=2027-05-04&until=2028-05-05&weekdays=MONDAY&periods=MORNING&rooms=1 | La période est trop longue
					from=2027-05-04&until=%2B999999999-12-31&weekdays=MONDAY&periods=MORNING&rooms=1 | La période est trop longue
					from=2027-05-04&until=2027-06-04&periods=MORNING&rooms=1 | au moins un jour de la semaine
					from=2027-05-04&until=2027-05-05&weekdays=MONDAY&periods=MORNING&rooms=1 | Aucune demi-journée ne correspond
					from=2027-05-04&rooms=1 | Choisissez le matin
					from=2027-05-04&periods=SOIR&rooms=1 | Cette réponse n’a pas la forme attendue
					from=2027-05-04&periods=MORNING | Choisissez au moins un cabinet
					from=2027-05-04&periods=MORNING&rooms=3 | Ce lieu n’a pas autant de cabinets
					""")
	void says_what_is_wrong_before_and_when_saving(String query, String sentence) {
		preview(query).isSound().says("Ouvrir des demi-journées", sentence);
		page(open(query)).isSound().says("Ouvrir des demi-journées", sentence);
		assertThat(opened()).isEmpty();
	}

	@Test
	void a_site_that_is_not_open_opens_nothing() {
		this.siteService.suspend(this.site.getId(), null);
		page(get("nouvelle")).isSound().says("Ce lieu n’est pas ouvert");
		page(open(MAY)).isSound().says("Ce lieu ne reçoit pas en ce moment");
		assertThat(opened()).isEmpty();
	}

	@Test
	void a_site_outside_the_perimeter_is_not_found() {
		for (var page : List.of("nouvelle", "apercu?" + MAY)) {
			assertThat(this.mvc.get().uri(path() + "/" + page).with(People.agentOf("30")))
				.hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.mvc.post().uri(path() + "?" + MAY).with(People.agentOf("30")).with(csrf()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(opened()).isEmpty();
	}

	private String path() {
		return "/ars/lieux/" + this.site.getId() + "/demi-journees";
	}

	private MvcTestResult get(String page) {
		return this.mvc.get().uri(URI.create(path() + "/" + page)).with(People.agentOf("32")).exchange();
	}

	private PageAssertions preview(String query) {
		return page(get("apercu?" + query));
	}

	private MvcTestResult open(String query) {
		return this.mvc.post().uri(URI.create(path() + "?" + query)).with(People.agentOf("32")).with(csrf()).exchange();
	}

	private static Flash flash(MvcTestResult result) {
		return (Flash) result.getMvcResult().getFlashMap().get(Flash.ATTRIBUTE);
	}

	private List<String> opened() {
		return this.slots.at(this.site.getId(), LocalDate.of(2027, 1, 1), LocalDate.of(2030, 1, 1))
			.stream()
			.map((slot) -> slot.getHalfDay() + " " + slot.getRoom())
			.toList();
	}

}
