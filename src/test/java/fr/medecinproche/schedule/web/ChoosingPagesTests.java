package fr.medecinproche.schedule.web;

import java.io.UnsupportedEncodingException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;

import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.Availability;
import fr.medecinproche.volunteer.Preferences;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class ChoosingPagesTests {

	private static final String LIST = "/medecin/demi-journees?mois=2027-01";

	private static final String CALENDAR = LIST + "&vue=calendrier";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	VolunteerService volunteers;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private ConsultationSite marciac;

	private ConsultationSite leVigan;

	@BeforeEach
	void aDoctorOfToulouse() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC, 2);
		this.leVigan = this.scenario.openSite("Maison de santé du Vigan", Scenario.LE_VIGAN);
	}

	private MvcTestResult see(String address) {
		return this.mvc.get()
			.uri(address)
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.exchange();
	}

	private void openDay(ConsultationSite site, LocalDate day) {
		this.scenario.halfDay(site, HalfDay.morningOf(day));
		this.scenario.halfDay(site, HalfDay.afternoonOf(day));
	}

	@Test
	void the_calendar_says_in_words_how_much_is_open_each_day_and_leads_to_its_list() {
		openDay(this.marciac, TUESDAY);
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY), 2);
		this.scenario.halfDay(this.leVigan, HalfDay.morningOf(TUESDAY));
		this.scenario.halfDay(this.leVigan, HalfDay.morningOf(TUESDAY.plusDays(3)));
		var calendar = page(see(CALENDAR)).isSound()
			.says("2 lieux, 3 demi-journées", "1 lieu, 1 demi-journée",
					"Il vous reste 4 demi-journées en janvier 2027.")
			.has("table caption")
			.hasNo(".offer");
		calendar.has("a[href*='jour=2027-01-12']:not([href*=vue])");
		page(see(LIST + "&jour=2027-01-12")).isSound()
			.says("mardi 12 janvier 2027", "Maison de santé de Marciac", "Maison de santé du Vigan",
					"Voir le mois entier : janvier 2027")
			.doesNotSay("vendredi 15 janvier 2027");
	}

	@Test
	void the_calendar_has_each_day_of_the_month_once_in_weeks_from_monday_and_names_holidays() {
		page(see(CALENDAR)).isSound()
			.says("lundi", "dimanche", "férié", "lundi 4 janvier, aujourd’hui", "Aucune demi-journée à prendre")
			.has("tbody tr:nth-of-type(5) td:nth-of-type(7)")
			.hasNo("tbody tr:nth-of-type(6)");
		assertThat(Jsoup.parse(body(CALENDAR)).select(".calendar__number").eachText())
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 31).mapToObj(String::valueOf).toList());
	}

	private String body(String address) {
		try {
			return see(address).getResponse().getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void the_calendar_shows_the_doctor_s_own_half_days() {
		var mine = this.scenario.taken(this.doctor, this.marciac, HalfDay.afternoonOf(TUESDAY));
		page(see(CALENDAR)).says("Vous : après-midi, Marciac").has("a[href=/medecin/agenda/" + mine.getId() + "]");
	}

	@Test
	void list_and_calendar_lead_to_each_other_and_keep_the_choices() {
		openDay(this.marciac, TUESDAY);
		page(see(CALENDAR + "&choix=1&jours=TUESDAY&distance=100&present=journee")).has(
				".views a[href='/medecin/demi-journees?mois=2027-01&choix=1&distance=100&jours=TUESDAY&present=journee&vue=liste']")
			.has(".views a[aria-current][href$='vue=calendrier']");
	}

	@Test
	void filters_by_weekday_whole_days_and_what_the_place_has() {
		openDay(this.marciac, TUESDAY);
		this.scenario.halfDay(this.leVigan, HalfDay.morningOf(TUESDAY));
		this.scenario.halfDay(this.leVigan, HalfDay.morningOf(TUESDAY.plusDays(1)));
		this.jdbc.sql("update consultation_site set lodging = true, software = 'Doctiplume' where id = ?")
			.param(this.leVigan.getId())
			.update();
		this.jdbc.sql("update consultation_site set secretary = false where id = ?")
			.param(this.leVigan.getId())
			.update();
		page(see(LIST + "&choix=1&jours=WEDNESDAY")).says("mercredi 13 janvier").doesNotSay("mardi 12 janvier");
		page(see(LIST + "&choix=1&present=journee")).says("Marciac").hasNo(".offer:nth-of-type(2)");
		page(see(LIST + "&choix=1&present=logement")).isSound()
			.says("Maison de santé du Vigan")
			.doesNotSay("Maison de santé de Marciac");
		page(see(LIST + "&choix=1&present=secretariat")).says("Maison de santé de Marciac")
			.doesNotSay("Maison de santé du Vigan");
		page(see(LIST + "&choix=1&logiciel=Doctiplume")).says("Maison de santé du Vigan", "Filtrer (un choix en cours)")
			.doesNotSay("Maison de santé de Marciac");
	}

	@ParameterizedTest
	@ValueSource(strings = { "&jour=x", "&jour=2026-12-31", "&jour=%00", "&jours=x&jours=%00", "&present=%3Cscript%3E",
			"&logiciel=%00", "&vue=%22%3E", "&choix=%00&distance=-1", "&vue=calendrier&jour=2027-01-12",
			"&logiciel=%27%3B+drop+table+volunteer", "&jours=TUESDAY,%20x" })
	void a_filter_is_never_an_error(String query) {
		openDay(this.marciac, TUESDAY);
		assertThat(see(LIST + query)).hasStatusOk();
		page(see(LIST + query)).isSound().says("janvier 2027");
	}

	@Test
	void what_usually_suits_the_doctor_is_chosen_beforehand_and_can_be_undone() {
		openDay(this.marciac, TUESDAY);
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY.plusDays(1)));
		openDay(this.leVigan, TUESDAY);
		this.volunteers.prefer(this.doctor.getId(), new Preferences(false, Set.of()),
				new Availability(150, Set.of(DayOfWeek.TUESDAY), Set.of()));
		page(see(LIST)).isSound()
			.says("mardi 12 janvier", "Marciac", "Filtrer (2 choix en cours)")
			.doesNotSay("mercredi 13 janvier", "Maison de santé du Vigan")
			.has("#distance option[value=150][selected]")
			.has("#jours-TUESDAY[checked]");
		page(see(LIST + "&choix=1&distance=")).says("mercredi 13 janvier", "Maison de santé du Vigan")
			.hasNo("#jours-TUESDAY[checked]");
	}

	@Test
	void where_the_road_is_long_whole_days_come_before_halves_that_are_nearer() {
		var plaisance = this.scenario.openSite("Cabinet de Plaisance", Scenario.PLAISANCE);
		openDay(this.leVigan, TUESDAY);
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY));
		openDay(plaisance, TUESDAY);
		assertThat(see(LIST)).bodyText()
			.containsSubsequence("Cabinet de Plaisance", "Maison de santé du Vigan", "Maison de santé de Marciac");
	}

	@Test
	void tells_the_time_by_road_as_an_estimate_and_how_one_is_received() {
		openDay(this.marciac, TUESDAY);
		page(see(LIST)).isSound()
			.says("de votre commune, environ 2 h 05 de route", "Le temps de route est une estimation",
					"L’accueil sur place", "La clé est à la mairie.");
	}

	@Test
	void says_how_much_a_doctor_is_needed_in_figures_that_can_be_counted_again() {
		openDay(this.marciac, TUESDAY.plusDays(8));
		var population = this.marciac.getZone().getPopulation();
		page(see(LIST)).says("Aucun médecin prévu en janvier 2027 dans cette zone de %d %03d habitants."
			.formatted(population / 1000, population % 1000), "Aucun médecin n’a encore reçu dans ce lieu.");
		var luc = this.scenario.volunteer("Luc", "Bosc");
		this.scenario.taken(luc, this.marciac, HalfDay.morningOf(TUESDAY));
		page(see(LIST)).says("Une seule demi-journée prise en janvier 2027 dans cette zone",
				"Ce jour-là, aucun médecin n’aura reçu ici depuis 8 jours.");
	}

	@Test
	void a_colleague_of_the_same_day_is_told_and_another_zone_does_not_count() {
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY), 2);
		this.scenario.taken(this.scenario.volunteer("Luc", "Bosc"), this.marciac, HalfDay.morningOf(TUESDAY));
		this.scenario.halfDay(this.leVigan, HalfDay.morningOf(TUESDAY));
		page(see(LIST)).says("Un autre médecin reçoit ici le même jour.", "Aucun médecin prévu en janvier 2027");
	}

	@Test
	void shows_two_hundred_with_as_many_queries_as_ten() {
		openMany(5);
		int list = QueryCount.of(() -> see(LIST));
		int calendar = QueryCount.of(() -> see(CALENDAR));
		openMany(95);
		assertThat(list).isPositive();
		assertThat(QueryCount.of(() -> see(LIST))).isEqualTo(list);
		assertThat(QueryCount.of(() -> see(CALENDAR))).isEqualTo(calendar);
		assertThat(list).isLessThanOrEqualTo(12);
		assertThat(calendar).isLessThanOrEqualTo(10);
		page(see(LIST)).has(".fr-pagination");
	}

	private void openMany(int days) {
		this.jdbc.sql("update consultation_site set rooms = 4").update();
		this.jdbc.sql("""
				insert into half_day_slot (site_id, day, period, room, starts_at, ends_at, status, opened_at)
				select s.id, date '2027-01-05' + n % 25, p, 1 + n / 25, '09:00', '12:00', 'OPEN', now()
				from generate_series(0, :last) n, consultation_site s, (values ('MORNING'), ('AFTERNOON')) h (p)
				where s.id = :site on conflict do nothing""")
			.param("last", days)
			.param("site", this.marciac.getId())
			.update();
	}

}
