package fr.medecinproche.matching.web;

import java.net.URI;
import java.time.LocalTime;

import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.OpeningPattern;
import fr.medecinproche.schedule.PatternService;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.web.Flash;
import org.jsoup.Jsoup;
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
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A host closes the place for some days, and an agent decides about the doctors who are
 * expected.
 */
@ApplicationTest
class HostClosurePagesTests {

	private static final String ASKED = "from=2027-01-12&until=2027-01-14&reason=WORKS&note=Peinture";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	HalfDaySlots slots;

	@Autowired
	PatternService patterns;

	@Autowired
	JdbcClient jdbc;

	private ConsultationSite site;

	private HalfDaySlot taken;

	private HalfDaySlot open;

	private RequestPostProcessor host;

	@BeforeEach
	void aTakenAndAnOpenHalfDay() {
		this.database.clean();
		this.scenario.agent();
		this.site = this.scenario.openSite("Maison", Scenario.MARCIAC);
		this.host = People.signedIn(this.scenario.hostOf(this.site).id(), Role.HOST);
		this.taken = this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), this.site,
				HalfDay.morningOf(TUESDAY));
		this.open = this.scenario.halfDay(this.site, HalfDay.afternoonOf(TUESDAY));
		this.scenario.appointment(this.taken, LocalTime.of(9, 0), Scenario.patient("Jean", "Dupont"));
	}

	private MvcTestResult get(String path, RequestPostProcessor who) {
		return this.mvc.get().uri(URI.create(path)).with(who).exchange();
	}

	private MvcTestResult post(String path, RequestPostProcessor who) {
		return this.mvc.post().uri(URI.create(path)).with(who).with(csrf()).exchange();
	}

	private static Flash flash(MvcTestResult result) {
		return (Flash) result.getMvcResult().getFlashMap().get(Flash.ATTRIBUTE);
	}

	private SlotStatus status(HalfDaySlot slot) {
		return this.slots.findById(slot.getId()).orElseThrow().getStatus();
	}

	private static String seen(MvcTestResult result) throws Exception {
		return Jsoup.parse(result.getResponse().getContentAsString()).select("main [name=vu]").first().val();
	}

	private MvcTestResult declare() throws Exception {
		return post("/lieu/fermetures?" + ASKED + "&vu=" + seen(get("/lieu/fermetures/apercu?" + ASKED, this.host)),
				this.host);
	}

	private long closureId() {
		return this.jdbc.sql("select id from site_closure").query(Long.class).single();
	}

	@Test
	void a_host_reads_what_happens_and_closes_the_place() throws Exception {
		page(get("/lieu", this.host)).isSound().has("a[href='/lieu/fermetures']");
		page(get("/lieu/fermetures", this.host)).isSound().says("Aucune fermeture prévue");
		page(get("/lieu/fermetures/apercu?" + ASKED, this.host)).isSound()
			.says("Une demi-journée libre sera fermée", "Un médecin est attendu", "mardi 12 janvier 2027",
					"Dr Anne Abadie", "Travaux, Peinture")
			.doesNotSay("Dupont");
		var done = declare();
		assertThat(done).hasRedirectedUrl("/lieu/fermetures");
		assertThat(flash(done)).isEqualTo(Flash.warning("matching.hostClosure.done.taken", 1, 1));
		assertThat(status(this.open)).isEqualTo(SlotStatus.CLOSED);
		assertThat(status(this.taken)).isEqualTo(SlotStatus.TAKEN);
		page(get("/lieu/fermetures", this.host)).isSound()
			.says("Un médecin est encore attendu. L’agence décide", "Dr Anne Abadie");
		page(get("/lieu", this.host)).isSound().says("l’agence n’a pas encore décidé");
		page(declare()).isSound().says("déjà fermé certains de ces jours");
	}

	@Test
	void two_closures_of_one_site_are_two_decisions_and_not_two_sites() throws Exception {
		declare();
		this.scenario.taken(this.scenario.volunteer("Luc", "Lacaze"), this.site,
				HalfDay.morningOf(TUESDAY.plusWeeks(2)));
		this.jdbc.sql("""
				insert into site_closure (site_id, first_day, last_day, reason, created_at, by_site)
				values (?, ?, ?, 'LEAVE', now(), true)""")
			.params(this.site.getId(), TUESDAY.plusWeeks(2), TUESDAY.plusWeeks(2))
			.update();
		page(get("/ars", People.agentOf("32"))).isSound()
			.says("2 fermetures annoncées par des lieux alors qu’un médecin est attendu");
	}

	@Test
	void an_agent_finds_it_in_the_morning_and_decides_and_the_host_reads_it() throws Exception {
		declare();
		var path = "/ars/lieux/" + this.site.getId() + "/fermetures";
		var decide = path + "/" + closureId();
		page(get("/ars", People.agentOf("32"))).isSound()
			.says("Un lieu se dit fermé un jour où un médecin est attendu", "Une demi-journée prise")
			.has("a[href='" + decide + "']");
		page(get("/ars", People.agentOf("30"))).doesNotSay("se dit fermé");
		page(get(path, People.agentOf("32"))).isSound().says("Dite par le lieu").has("a[href='" + decide + "']");
		page(get(decide, People.agentOf("32"))).isSound()
			.says("mardi 12 janvier 2027, matin", "Dr Anne Abadie, un patient attendu")
			.has("a[href='/ars/demi-journees/fermeture?creneau=" + this.taken.getId() + "']");
		assertThat(get(decide, People.agentOf("30"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post(decide + "/maintien", People.agentOf("30"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(flash(post(decide + "/maintien", People.agentOf("32"))).key()).isEqualTo("matching.closure.settled");
		page(get("/ars", People.agentOf("32"))).doesNotSay("se dit fermé");
		page(get(path, People.agentOf("32"))).isSound().says("Une demi-journée est maintenue");
		page(get("/lieu/fermetures", this.host)).isSound()
			.says("L’agence a décidé : le médecin vient quand même", "Dr Anne Abadie");
		page(get("/lieu", this.host)).isSound().says("l’agence a décidé qu’un médecin vient quand même");
	}

	@Test
	void what_changed_meanwhile_is_shown_again_and_nothing_is_done() throws Exception {
		var vu = seen(get("/lieu/fermetures/apercu?" + ASKED, this.host));
		this.scenario.halfDay(this.site, HalfDay.morningOf(TUESDAY.plusDays(1)));
		page(post("/lieu/fermetures?" + ASKED + "&vu=" + vu, this.host)).isSound()
			.says("Quelque chose a changé", "2 demi-journées libres seront fermées");
		assertThat(status(this.open)).isEqualTo(SlotStatus.OPEN);
	}

	@Test
	void a_closure_ends_early_and_what_makes_no_sense_is_said() throws Exception {
		declare();
		var end = "/lieu/fermetures/" + closureId() + "/fin?reprise=";
		assertThat(flash(post(end + "2027-01-20", this.host)).key()).isEqualTo("schedule.refusal.NOT_EARLIER");
		assertThat(flash(post(end + "2027-01-14", this.host)))
			.isEqualTo(Flash.success("matching.hostClosure.ended", 0));
		page(get("/lieu/fermetures", this.host)).says("Du mardi 12 janvier 2027 au mercredi 13 janvier 2027");
		for (var nothing : new String[] { "", "%20", "demain", "2027-02-30" }) {
			var done = post(end + nothing, this.host);
			assertThat(done).hasRedirectedUrl("/lieu/fermetures");
			assertThat(flash(done)).isEqualTo(Flash.error("matching.hostClosure.end.day.missing"));
		}
		page(get("/lieu/fermetures", this.host)).says("Du mardi 12 janvier 2027 au mercredi 13 janvier 2027");
		assertThat(flash(post(end + "2027-01-12", this.host)).key()).isEqualTo("matching.hostClosure.ended");
		page(get("/lieu/fermetures", this.host)).says("Aucune fermeture prévue");
		page(get("/lieu/fermetures/apercu?from=2027-01-03&reason=LEAVE", this.host)).isSound()
			.says("Ce jour est passé");
		page(get("/lieu/fermetures/apercu?from=2027-01-12", this.host)).isSound().says("Choisissez une raison");
	}

	@Test
	void a_closure_that_cannot_be_forgotten_now_stays_and_the_agency_reads_why() throws Exception {
		var wednesday = OpeningPattern.single(HalfDay.morningOf(TUESDAY.plusDays(1)), 1);
		this.patterns.open(this.site, wednesday, this.patterns.preview(this.site, wednesday).digest());
		declare();
		var path = "/ars/lieux/" + this.site.getId() + "/fermetures";
		// stands for whatever the database may refuse behind the service's back
		this.jdbc
			.sql("alter table half_day_slot add constraint not_that_day check (status <> 'OPEN' or day <> '2027-01-13')"
					+ " not valid")
			.update();
		try {
			var done = this.mvc.delete()
				.uri(path + "/" + closureId())
				.with(People.agentOf("32"))
				.with(csrf())
				.exchange();
			assertThat(done).hasRedirectedUrl(path);
			assertThat(flash(done)).isEqualTo(Flash.error("schedule.refusal.CHANGED_MEANWHILE"));
			assertThat(closureId()).isPositive();
		}
		finally {
			this.jdbc.sql("alter table half_day_slot drop constraint not_that_day").update();
		}
	}

	@Test
	void nobody_else_closes_a_place() {
		assertThat(get("/lieu/fermetures", People.agent())).hasStatus(HttpStatus.FORBIDDEN);
		var other = this.scenario.openSite("Autre maison", Scenario.PLAISANCE);
		var otherHost = People.signedIn(this.scenario.hostOf(other).id(), Role.HOST);
		this.jdbc.sql("""
				insert into site_closure (site_id, first_day, last_day, reason, created_at, by_site)
				values (?, '2027-01-12', '2027-01-14', 'LEAVE', now(), true)""").param(this.site.getId()).update();
		assertThat(flash(post("/lieu/fermetures/" + closureId() + "/fin?reprise=2027-01-13", otherHost)).key())
			.isEqualTo("schedule.refusal.CHANGED_MEANWHILE");
	}

}
