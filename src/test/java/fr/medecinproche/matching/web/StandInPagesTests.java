package fr.medecinproche.matching.web;

import java.time.LocalDateTime;
import java.time.LocalTime;

import fr.medecinproche.account.AdmittanceService;
import fr.medecinproche.account.Role;
import fr.medecinproche.matching.AbsentDoctor;
import fr.medecinproche.matching.Fallback;
import fr.medecinproche.matching.StandInAnswers;
import fr.medecinproche.matching.StandInFixture;
import fr.medecinproche.matching.StandInService;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A doctor looks for a stand-in, and the doctors invited answer: from the link of a
 * letter, or signed in.
 */
@ApplicationTest
class StandInPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	StandInService standIns;

	@Autowired
	StandInAnswers answers;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	AdmittanceService accounts;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private StandInFixture doctors;

	private Volunteer doctor;

	private ConsultationSite marciac;

	private HalfDaySlot morning;

	private String search;

	@BeforeEach
	void aMorning() {
		this.database.clean();
		this.doctors = new StandInFixture(this.scenario, this.jdbc);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		this.search = "/medecin/creneaux/" + this.morning.getId() + "/absence/remplacement";
	}

	private MvcTestResult send(HttpMethod method, @Nullable Volunteer by, String address, String... parameters) {
		var request = this.mvc.method(method).uri(address).with(csrf());
		if (by != null) {
			request = request.with(People.signedIn(by.getAccount().id(), Role.VOLUNTEER));
		}
		for (int n = 0; n < parameters.length; n += 2) {
			request = request.param(parameters[n], parameters[n + 1]);
		}
		return request.exchange();
	}

	private MvcTestResult see(@Nullable Volunteer by, String address) {
		return send(HttpMethod.GET, by, address);
	}

	private Volunteer invited(String name) {
		var volunteer = this.doctors.ofAuch(name);
		this.standIns.ask(this.doctor.getId(), this.morning.getId(), Fallback.ASK_ME);
		return volunteer;
	}

	@Test
	void before_the_search_the_doctor_reads_how_it_goes_and_must_say_what_if_nobody_comes() {
		new AbsentDoctor(this.scenario, this.jdbc).patientsOfAllKinds(this.morning);
		page(see(this.doctor, this.search)).isSound().says("Aucun médecin ne peut être invité").hasNo("main form");
		this.doctors.ofAuch("Un");
		page(see(this.doctor, this.search)).isSound()
			.says("Un médecin peut être invité", "Les patients gardent leur heure", "Tant que personne n’a accepté",
					"jeudi 7 janvier 2027 à 8 h", "Les médecins qui ont déjà consulté dans ce lieu",
					"Rendre la demi-journée, annuler les rendez-vous", "Ne rien faire et me redemander")
			.doesNotSay("Jean Un");
		page(send(HttpMethod.POST, this.doctor, this.search)).isSound()
			.says("Dites ce que vous souhaitez si personne n’accepte.");
		assertThat(send(HttpMethod.POST, this.doctor, this.search, "sinon", "AUTRE")).hasStatusOk();
		assertThat(this.doctors.names()).isEmpty();
	}

	@Test
	void meanwhile_the_doctor_sees_who_was_invited_and_why_and_may_stop() {
		var first = this.doctors.ofAuch("Un");
		this.doctors.ofToulouse("Deux");
		assertThat(send(HttpMethod.POST, this.doctor, this.search, "sinon", "CANCEL")).hasRedirectedUrl(this.search);
		this.answers.decline(this.doctors.invitationOf(first));
		page(see(this.doctor, this.search)).isSound()
			.says("Nous cherchons un autre médecin", "Dr Jean Un", "Dr Jean Deux", "Parmi les plus proches",
					"Un médecin a répondu qu’il ne peut pas", "Si personne n’accepte, la demi-journée est rendue")
			.doesNotSay(first.getMobile().toString(), first.getAccount().email().value(), "Auch", "Toulouse");
		page(see(this.doctor, "/medecin/creneaux/" + this.morning.getId() + "/absence")).isSound()
			.says("Nous cherchons un autre médecin", "Voir la recherche");
		assertThat(send(HttpMethod.POST, this.doctor, this.search, "sinon", "CANCEL")).hasRedirectedUrl(this.search)
			.flash()
			.extractingByKey("flash")
			.asString()
			.contains("ASKED_ALREADY");
		assertThat(send(HttpMethod.DELETE, this.doctor, this.search))
			.hasRedirectedUrl("/medecin/creneaux/" + this.morning.getId() + "/absence");
		assertThat(this.doctors.outcome()).isEqualTo("WITHDRAWN");
		page(see(this.doctor, this.search + "?lang=en")).isSound().says("Look for a stand-in");
	}

	@Test
	void somebody_elses_search_is_not_found_and_a_search_that_is_over_leads_away() {
		var invited = invited("Un");
		assertThat(see(invited, this.search)).hasStatus(404);
		assertThat(see(null, this.search)).hasRedirectedUrl("/compte/connexion");
		this.answers.accept(this.doctors.invitationOf(invited));
		assertThat(send(HttpMethod.DELETE, this.doctor, this.search)).hasRedirectedUrl("/medecin/agenda");
		assertThat(send(HttpMethod.POST, this.doctor, this.search, "sinon", "CANCEL"))
			.hasRedirectedUrl("/medecin/agenda");
	}

	@Test
	void too_near_the_half_day_the_page_says_so_and_to_call_the_site() {
		this.doctors.ofAuch("Un");
		this.clock.set(LocalDateTime.of(TUESDAY.minusDays(1), LocalTime.of(18, 0)));
		page(see(this.doctor, this.search)).isSound()
			.says("trop proche pour chercher un autre médecin", "01 99 00 12 34")
			.hasNo("main form");
		this.clock.set(LocalDateTime.of(TUESDAY, LocalTime.of(10, 0)));
		page(see(this.doctor, this.search)).isSound().says("a déjà commencé").hasNo("main form");
	}

	@Test
	void the_link_shows_the_half_day_without_signing_in_and_to_look_changes_nothing() {
		new AbsentDoctor(this.scenario, this.jdbc).patientsOfAllKinds(this.morning);
		var link = this.doctors.linkOf(invited("Un"));
		var shown = see(null, link);
		page(shown).isSound()
			.says("Pouvez-vous prendre cette demi-journée ?", "Dr Aline Roux ne peut pas venir",
					"mardi 12 janvier 2027, matin", "Maison de santé de Marciac", "km", "De 9 h à 12 h 30",
					"5 patients inscrits", "Vous êtes parmi les médecins les plus proches",
					"jeudi 7 janvier 2027 à 8 h", "Il vous reste 4 demi-journées en janvier 2027",
					"Je prends cette demi-journée", "Je ne peux pas")
			.doesNotSay("Jeanne", "Courriel", this.doctor.getMobile().toString());
		assertThat(shown.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(shown.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
		assertThat(shown.getRequest().getSession(false)).isNull();
		assertThat(this.doctors.outcome()).isEqualTo("OPEN");
		page(see(null, link + "?lang=en")).isSound().says("Can you take this half-day?");
	}

	@Test
	void accepting_by_the_link_makes_the_half_day_theirs_and_twice_is_once() {
		var invited = invited("Un");
		var link = this.doctors.linkOf(invited);
		assertThat(send(HttpMethod.POST, null, link)).hasRedirectedUrl(link);
		assertThat(send(HttpMethod.POST, null, link)).hasRedirectedUrl(link);
		page(see(null, link)).isSound().says("Cette demi-journée est à vous").hasNo("main form");
		page(see(invited, "/medecin/agenda?mois=2027-01")).isSound().says("Maison de santé de Marciac");
		page(see(this.doctor, "/medecin/agenda?mois=2027-01")).isSound().doesNotSay("Maison de santé de Marciac");
	}

	@Test
	void whoever_accepted_and_gave_it_back_reads_that_it_is_no_longer_theirs() {
		new AbsentDoctor(this.scenario, this.jdbc).patientsOfAllKinds(this.morning);
		var invited = invited("Un");
		var link = this.doctors.linkOf(invited);
		send(HttpMethod.POST, null, link);
		page(see(null, link)).isSound().says("Cette demi-journée est à vous", "5 patients inscrits");
		this.scheduling.giveBack(invited.getId(), this.morning.getId());
		page(see(null, link)).isSound()
			.says("Cette demi-journée n’est plus à vous")
			.doesNotSay("Elle est dans votre agenda", "patients inscrits")
			.hasNo("main form");
		assertThat(send(HttpMethod.POST, null, link)).hasRedirectedUrl(link);
	}

	@Test
	void a_no_may_be_thought_better_of_while_the_search_lasts() {
		var invited = this.doctors.ofAuch("Un");
		this.doctors.ofAuch("Deux");
		this.standIns.ask(this.doctor.getId(), this.morning.getId(), Fallback.ASK_ME);
		var link = this.doctors.linkOf(invited);
		assertThat(send(HttpMethod.DELETE, null, link)).hasRedirectedUrl(link);
		page(see(null, link)).isSound().says("Vous avez répondu que vous ne pouvez pas", "changé d’avis");
		send(HttpMethod.POST, null, link);
		page(see(null, link)).isSound().says("Cette demi-journée est à vous");
	}

	@Test
	void what_became_of_it_is_said_to_whoever_comes_too_late() {
		var invited = invited("Un");
		var other = this.doctors.ofAuch("Deux");
		this.clock.set(LocalDateTime.of(2027, 1, 4, 14, 0));
		this.jdbc.sql("""
				insert into stand_in_invitation (request_id, volunteer_id, reason, km, secret_hash, sent_at, answer)
				select request_id, ?, reason, km, 'x', sent_at, 'OPEN' from stand_in_invitation""")
			.param(other.getId())
			.update();
		var link = this.doctors.linkOf(invited);
		this.clock.set(LocalDateTime.of(2027, 1, 7, 8, 0));
		assertThat(send(HttpMethod.POST, null, link)).hasRedirectedUrl(link);
		page(see(null, link)).isSound().says("Le délai pour répondre est passé").hasNo("main form");
		this.clock.set(LocalDateTime.of(2027, 1, 5, 8, 0));
		this.answers.accept(this.doctors.invitationOf(other));
		assertThat(send(HttpMethod.POST, null, link)).hasRedirectedUrl(link);
		assertThat(send(HttpMethod.DELETE, null, link)).hasRedirectedUrl(link);
		page(see(null, link)).isSound().says("Un autre médecin a accepté").hasNo("main form");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void a_half_day_given_back_or_closed_is_no_longer_to_be_taken(boolean closed) {
		var link = this.doctors.linkOf(invited("Un"));
		if (closed) {
			this.scheduling.close(this.morning.getId());
		}
		else {
			this.scheduling.giveBack(this.doctor.getId(), this.morning.getId());
		}
		assertThat(send(HttpMethod.POST, null, link)).hasRedirectedUrl(link);
		page(see(null, link)).isSound().says("n’est plus à prendre").hasNo("main form");
	}

	@Test
	void a_full_month_is_said_and_the_invitation_stays() {
		var invited = invited("Un");
		for (int day = 0; day < 4; day++) {
			this.scenario.taken(invited, this.marciac, HalfDay.morningOf(TUESDAY.plusDays(6 + day)));
		}
		var link = this.doctors.linkOf(invited);
		page(see(null, link)).isSound().says("pour accepter, rendez-en une");
		var answer = send(HttpMethod.POST, null, link);
		assertThat(answer).hasRedirectedUrl(link);
		assertThat(answer.getRequest().getSession(false)).as("said without a session").isNull();
		assertThat(answer).cookies().containsCookie("flash");
		page(see(null, link)).isSound().says("Pouvez-vous prendre cette demi-journée ?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "%00", "AAAAAAAAAAAAAAAAAAAAAAAA", "..%2f..", "' or 1=1 --" })
	void a_link_nobody_was_given_is_not_found(String secret) {
		invited("Un");
		for (var method : new HttpMethod[] { HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE }) {
			assertThat(
					send(method, null, "/medecin/remplacement/" + secret.replace(" ", "%20")).getResponse().getStatus())
				.isBetween(400, 404);
		}
		assertThat(this.doctors.outcome()).isEqualTo("OPEN");
	}

	@Test
	void the_link_of_whoever_is_kept_out_by_now_opens_nothing() {
		var invited = invited("Un");
		var link = this.doctors.linkOf(invited);
		this.accounts.suspend(invited.getAccount().id());
		for (var method : new HttpMethod[] { HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE }) {
			assertThat(send(method, null, link)).as(method.name()).hasStatus(404);
		}
		assertThat(this.doctors.outcome()).isEqualTo("OPEN");
		this.accounts.reinstate(invited.getAccount().id());
		assertThat(see(null, link)).hasStatusOk();
	}

	@Test
	void the_home_page_tells_who_is_signed_in_and_leads_to_the_answer() {
		var invited = invited("Un");
		var own = "/medecin/invitations/" + this.doctors.invitationOf(invited);
		page(see(invited, "/medecin")).isSound()
			.says("Dr Aline Roux ne peut pas venir : mardi 12 janvier 2027, matin, Maison de santé de Marciac.")
			.has("a[href='" + own + "']");
		page(see(invited, own)).isSound().says("Pouvez-vous prendre cette demi-journée ?");
		assertThat(see(this.doctor, own)).as("somebody else's").hasStatus(404);
		assertThat(send(HttpMethod.POST, this.doctor, own)).hasStatus(404);
		assertThat(see(null, own)).hasRedirectedUrl("/compte/connexion");
		assertThat(send(HttpMethod.DELETE, invited, own)).hasRedirectedUrl(own);
		page(see(invited, "/medecin")).isSound().doesNotSay("Dr Aline Roux ne peut pas venir");
	}

	@Test
	void who_found_nobody_is_told_at_home_until_they_have_chosen() {
		var invited = invited("Un");
		this.answers.decline(this.doctors.invitationOf(invited));
		page(see(this.doctor, "/medecin")).isSound()
			.says("Personne n’a accepté de vous remplacer : mardi 12 janvier 2027, matin, Maison de santé de Marciac.")
			.has("a[href='/medecin/creneaux/" + this.morning.getId() + "/absence']");
		page(see(invited, "/medecin")).isSound().doesNotSay("Personne n’a accepté");
		this.doctors.ofAuch("Deux");
		this.standIns.ask(this.doctor.getId(), this.morning.getId(), Fallback.ASK_ME);
		page(see(this.doctor, "/medecin")).isSound().doesNotSay("Personne n’a accepté");
	}

	@Test
	void an_invitation_accepted_from_home_is_the_doctors() {
		var invited = invited("Un");
		var own = "/medecin/invitations/" + this.doctors.invitationOf(invited);
		assertThat(send(HttpMethod.POST, invited, own)).hasRedirectedUrl(own);
		page(see(invited, own)).isSound().says("Cette demi-journée est à vous");
		assertThat(this.doctors.outcome()).isEqualTo("ACCEPTED");
	}

	@Test
	void the_pages_ask_no_more_for_many_than_for_one() {
		var invited = invited("Un");
		int search = QueryCount.of(() -> see(this.doctor, this.search));
		int home = QueryCount.of(() -> see(invited, "/medecin"));
		for (var name : new String[] { "Deux", "Trois", "Quatre" }) {
			var more = this.doctors.ofToulouse(name);
			this.jdbc.sql("""
					insert into stand_in_invitation (request_id, volunteer_id, reason, km, secret_hash, sent_at, answer)
					select request_id, ?, reason, km, ?, sent_at, 'OPEN' from stand_in_invitation limit 1""")
				.params(more.getId(), name)
				.update();
		}
		var colleague = this.scenario.volunteer("Luc", "Bosc");
		var afternoon = this.scenario.taken(colleague, this.marciac, HalfDay.afternoonOf(TUESDAY));
		this.standIns.ask(colleague.getId(), afternoon.getId(), Fallback.ASK_ME);
		assertThat(search).isPositive();
		assertThat(QueryCount.of(() -> see(this.doctor, this.search))).isEqualTo(search);
		assertThat(QueryCount.of(() -> see(invited, "/medecin"))).isEqualTo(home);
	}

}
