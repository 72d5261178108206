package fr.medecinproche.indemnity.web;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.Role;
import fr.medecinproche.indemnity.IndemnityLedger;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class PresencePagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	IndemnityLedger ledger;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private ConsultationSite site;

	private HalfDaySlot morning;

	private HalfDaySlot elsewhere;

	private Account host;

	@BeforeEach
	void aMorningAtMarciacAndAnotherAtLeVigan() {
		this.database.clean();
		this.scenario.agent();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.site = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.host = this.scenario.hostOf(this.site);
		this.morning = this.scenario.taken(this.doctor, this.site, HalfDay.morningOf(TUESDAY));
		this.elsewhere = this.scenario.taken(this.doctor,
				this.scenario.openSite("Maison de santé du Vigan", Scenario.LE_VIGAN),
				HalfDay.morningOf(TUESDAY.plusDays(1)));
		this.clock.set(TUESDAY.plusDays(3).atTime(9, 0));
	}

	private RequestPostProcessor host() {
		return People.signedIn(this.host.id(), Role.HOST);
	}

	private PageAssertions get(String path, RequestPostProcessor who) {
		return page(this.mvc.get().uri(path).with(who).exchange());
	}

	private MvcTestResult say(String path, boolean held, RequestPostProcessor who) {
		return this.mvc.post().uri(path).with(who).with(Genuine.form()).param("tenue", String.valueOf(held)).exchange();
	}

	private long owed() {
		return this.jdbc.sql("select coalesce(sum(amount_cents), 0) from indemnity_line").query(Long.class).single();
	}

	@Test
	void the_host_is_told_on_the_first_page_and_says_in_one_press_that_the_doctor_came() {
		get("/lieu", host()).isSound().says("Présences des médecins : une demi-journée à confirmer");
		get("/lieu/presences", host()).isSound()
			.says("mardi 12 janvier 2027", "matin", "Dr Aline Roux", "Il y a 3 jours", "Le médecin est venu")
			.doesNotSay("Vigan");
		say("/lieu/presences/" + this.morning.getId(), true, host());
		assertThat(owed()).isEqualTo(10_000);
		get("/lieu/presences", host()).isSound().says("Aucune demi-journée à confirmer", "Est venu");
		get("/lieu", host()).doesNotSay("à confirmer");
	}

	@Test
	void a_double_click_is_one_and_a_mistake_is_mended() {
		say("/lieu/presences/" + this.morning.getId(), true, host());
		assertThat(say("/lieu/presences/" + this.morning.getId(), true, host())).flash()
			.extractingByKey("flash")
			.hasToString("Flash[tone=SUCCESS, key=indemnity.presence.held.MORNING, arguments=[Dr Aline Roux, "
					+ "mardi 12\u00a0janvier 2027]]");
		assertThat(owed()).isEqualTo(10_000);
		say("/lieu/presences/" + this.morning.getId(), false, host());
		assertThat(owed()).isZero();
		get("/lieu/presences", host()).says("N’est pas venu");
	}

	@Test
	void the_half_days_of_another_site_and_of_another_department_are_not_found() {
		assertThat(say("/lieu/presences/" + this.elsewhere.getId(), true, host())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(say("/ars/indemnites/presences/" + this.elsewhere.getId(), true, People.agentOf("32")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.post()
			.uri("/ars/indemnites/presences")
			.with(People.agentOf("32"))
			.with(Genuine.form())
			.param("demiJournees", "" + this.morning.getId(), "" + this.elsewhere.getId()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(owed()).as("all or nothing of what one may not see").isZero();
		get("/ars/indemnites/presences", People.agentOf("32")).isSound().says("Marciac").doesNotSay("Vigan");
		assertThat(this.mvc.get()
			.uri("/lieu/presences")
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void a_half_day_that_is_not_over_is_not_on_the_list_and_not_found() {
		this.clock.set(TUESDAY.atTime(11, 0));
		get("/lieu/presences", host()).doesNotSay("Dr Aline Roux");
		assertThat(say("/lieu/presences/" + this.morning.getId(), true, host())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void the_agency_confirms_all_it_is_shown_and_may_change_its_mind() {
		get("/ars/indemnites/presences", People.agent()).isSound()
			.says("janvier 2027 : 2", "2 demi-journées à confirmer", "Confirmer les 2 demi-journées affichées");
		assertThat(this.mvc.post()
			.uri("/ars/indemnites/presences")
			.with(People.agent())
			.with(Genuine.form())
			.param("demiJournees", "" + this.morning.getId(), "" + this.elsewhere.getId())).hasStatus3xxRedirection();
		assertThat(owed()).isEqualTo(20_000);
		get("/ars/indemnites/presences", People.agent()).isSound()
			.says("Aucune demi-journée n’attend d’être confirmée");
		get("/ars/indemnites/presences?notees=true", People.agent()).isSound()
			.says("Est venu", "Le médecin n’est pas venu");
		say("/ars/indemnites/presences/" + this.elsewhere.getId(), false, People.agent());
		assertThat(owed()).isEqualTo(10_000);
	}

	@Test
	void anything_typed_as_month_or_page_shows_a_page() {
		for (var typed : new String[] { "mois=2031-01", "mois=2027-13", "mois=%27", "page=-1", "page=99999" }) {
			get("/ars/indemnites/presences?" + typed, People.agent()).isSound();
		}
		assertThat(this.mvc.post().uri("/ars/indemnites/presences").with(People.agent()).with(Genuine.form()))
			.hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void lists_many_half_days_with_as_many_queries_as_one() {
		int one = QueryCount.of(() -> get("/ars/indemnites/presences", People.agent()));
		int atHome = QueryCount.of(() -> get("/lieu/presences", host()));
		this.clock.reset();
		var other = this.scenario.volunteer("Jean", "Weber");
		for (int day = 1; day < 4; day++) {
			this.scenario.taken(other, this.site, HalfDay.afternoonOf(TUESDAY.plusDays(day)));
		}
		this.clock.set(TUESDAY.plusDays(10).atTime(9, 0));
		assertThat(QueryCount.of(() -> get("/ars/indemnites/presences", People.agent()).says("Dr Jean Weber")))
			.isEqualTo(one);
		assertThat(QueryCount.of(() -> get("/lieu/presences", host()).says("Dr Jean Weber"))).isEqualTo(atHome);
	}

}
