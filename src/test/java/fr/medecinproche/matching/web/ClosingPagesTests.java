package fr.medecinproche.matching.web;

import java.net.URI;
import java.time.LocalTime;
import java.util.Locale;

import fr.medecinproche.matching.AbsentDoctor;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.web.Flash;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class ClosingPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	HalfDaySlots slots;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MessageSource messages;

	private ConsultationSite site;

	private HalfDaySlot taken;

	private HalfDaySlot open;

	@BeforeEach
	void aTakenAndAnOpenHalfDay() {
		this.database.clean();
		this.scenario.agent();
		this.site = this.scenario.openSite("Maison", Scenario.MARCIAC);
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

	private String both() {
		return "creneau=" + this.taken.getId() + "&creneau=" + this.open.getId();
	}

	private SlotStatus status(HalfDaySlot slot) {
		return this.slots.findById(slot.getId()).orElseThrow().getStatus();
	}

	private static String seen(MvcTestResult result) throws Exception {
		return Jsoup.parse(result.getResponse().getContentAsString()).select("main [name=vu]").first().val();
	}

	@Test
	void closing_one_or_several_tells_its_price_first_and_asks_for_the_number_of_patients() throws Exception {
		var one = get("/ars/creneaux/" + this.taken.getId() + "/fermeture", People.agent());
		page(one).isSound()
			.says("Fermer cette demi-journée", "Dr Anne Abadie", "Un patient a rendez-vous", "Tapez 1 pour confirmer")
			.doesNotSay("Dupont");
		var path = "/ars/demi-journees/fermeture?" + both();
		var two = get(path, People.agentOf("32"));
		page(two).isSound().says("Fermer ces 2 demi-journées", "Prise par un médecin : une");
		var vu = "&vu=" + seen(two);
		page(post(path + vu, People.agentOf("32"))).isSound().says("tapez le nombre de rendez-vous annulés");
		page(post(path + vu + "&confirmation=2", People.agentOf("32"))).says("tapez le nombre de rendez-vous annulés");
		assertThat(status(this.taken)).isEqualTo(SlotStatus.TAKEN);
		var closed = post(path + vu + "&confirmation=1", People.agentOf("32"));
		assertThat(closed).hasRedirectedUrl("/ars/lieux/" + this.site.getId());
		assertThat(flash(closed)).isEqualTo(Flash.success("matching.closing.done", 2, 1));
		assertThat(status(this.taken)).isEqualTo(SlotStatus.CLOSED);
		assertThat(this.jdbc.sql("select status from appointment").query(String.class).single()).isEqualTo("CANCELLED");
		assertThat(get("/ars/creneaux/" + this.taken.getId() + "/fermeture", People.agent()))
			.hasRedirectedUrl("/ars/lieux/" + this.site.getId());
	}

	@Test
	void nothing_is_typed_where_nobody_is_expected() throws Exception {
		var path = "/ars/demi-journees/fermeture?creneau=" + this.open.getId();
		var shown = get(path, People.agent());
		page(shown).isSound().says("Aucun médecin ne vient").hasNo("[name=confirmation]");
		assertThat(flash(post(path + "&vu=" + seen(shown), People.agent())).key()).isEqualTo("matching.closing.done");
		assertThat(status(this.open)).isEqualTo(SlotStatus.CLOSED);
	}

	@Test
	void what_changed_meanwhile_is_shown_again() throws Exception {
		var path = "/ars/demi-journees/fermeture?" + both();
		var vu = seen(get(path, People.agent()));
		this.scenario.appointment(this.taken, LocalTime.of(9, 20), Scenario.patient("Luce", "Lafitte"));
		var answer = post(path + "&vu=" + vu + "&confirmation=1", People.agent());
		assertThat(answer).hasRedirectedUrl(path.replace("&creneau=", "%2C"));
		page(get(answer.getResponse().getRedirectedUrl(), People.agent())).isSound().says("2 patients ont rendez-vous");
		assertThat(flash(answer).key()).isEqualTo("matching.refusal.NUMBERS_CHANGED");
		assertThat(status(this.open)).isEqualTo(SlotStatus.OPEN);
	}

	@Test
	void patients_may_be_moved_first() throws Exception {
		var target = this.scenario.taken(this.scenario.volunteer("Luc", "Lacaze"), this.site,
				HalfDay.morningOf(TUESDAY.plusDays(2)));
		var path = "/ars/creneaux/" + this.taken.getId();
		page(get(path + "/fermeture", People.agent())).isSound().says("Déplacer les patients", "Avec Dr Luc Lacaze");
		var move = get(path + "/fermeture?vers=" + target.getId(), People.agent());
		page(move).isSound().says("9 h devient 9 h", "jeudi 14 janvier 2027");
		var act = path + "/deplacement?vers=" + target.getId() + "&vu=";
		assertThat(flash(post(act + "x", People.agent())).key()).isEqualTo("matching.refusal.NUMBERS_CHANGED");
		assertThat(flash(post(act + seen(move), People.agent())))
			.isEqualTo(Flash.success("matching.closing.moved", 1, 0, 0));
		assertThat(status(this.taken)).isEqualTo(SlotStatus.CLOSED);
	}

	@Test
	void the_patients_of_several_are_moved_with_one_confirmation() throws Exception {
		var luc = this.scenario.volunteer("Luc", "Lacaze");
		var also = this.scenario.taken(luc, this.site, HalfDay.morningOf(TUESDAY.plusDays(1)));
		this.scenario.appointment(also, LocalTime.of(9, 0), Scenario.patient("Luce", "Lafitte"));
		var target = this.scenario.taken(luc, this.site, HalfDay.morningOf(TUESDAY.plusDays(6)));
		var both = "creneau=" + this.taken.getId() + "&creneau=" + also.getId();
		page(get("/ars/demi-journees/fermeture?" + both, People.agentOf("32"))).isSound()
			.has("a[href^='/ars/demi-journees/deplacements?creneau=']");
		var path = "/ars/demi-journees/deplacements?" + both;
		var shown = get(path, People.agentOf("32"));
		page(shown).isSound()
			.says("2 demi-journées seront fermées. 2 patients sont déplacés.",
					"lundi 18 janvier, matin, Dr Luc Lacaze : 1 sur 1", "9 h devient 9 h 20")
			.hasNo("[name=confirmation]")
			.doesNotSay("Dupont");
		// another choice is looked at, then what was shown before is no longer what is
		// confirmed
		var nowhere = "&vers=" + also.getId() + "-0&vers=" + this.taken.getId() + "-" + target.getId();
		var other = post(path + nowhere + "&voir=true&vu=" + seen(shown), People.agentOf("32"));
		page(other).isSound().says("Un patient est déplacé. Un rendez-vous est annulé.").has("[name=confirmation]");
		page(post(path + nowhere + "&vu=" + seen(shown), People.agentOf("32"))).isSound()
			.says("Quelque chose a changé");
		page(post(path + nowhere + "&vu=" + seen(other), People.agentOf("32"))).isSound()
			.says("tapez le nombre de rendez-vous annulés");
		assertThat(status(this.taken)).isEqualTo(SlotStatus.TAKEN);
		assertThat(get(path, People.agentOf("30"))).hasRedirectedUrl("/ars/demi-journees");
		assertThat(post(path + "&vu=" + seen(shown), People.agentOf("30"))).hasStatus3xxRedirection();
		var done = post(path + "&vers=nonsense&vu=" + seen(shown), People.agentOf("32"));
		assertThat(flash(done)).isEqualTo(Flash.success("matching.moving.done", 2, 2, 0, 0));
		assertThat(done).hasRedirectedUrl("/ars/lieux/" + this.site.getId());
		assertThat(status(also)).isEqualTo(SlotStatus.CLOSED);
	}

	@Test
	void nobody_is_said_to_be_told_whom_the_place_has_to_call() throws Exception {
		var luc = this.scenario.volunteer("Luc", "Lacaze");
		this.scenario.taken(luc, this.site, HalfDay.morningOf(TUESDAY.plusDays(6)));
		new AbsentDoctor(this.scenario, this.jdbc)
			.patientsOfAllKinds(this.scenario.taken(luc, this.site, HalfDay.morningOf(TUESDAY.plusDays(1))));
		this.jdbc.sql("update appointment set phone = '+33199001197', email = null where family_name = 'Dupont'")
			.update();
		var also = this.jdbc.sql("select slot_id from appointment where family_name = 'Fixe'")
			.query(Long.class)
			.single();
		var path = "/ars/demi-journees/deplacements?creneau=" + this.taken.getId() + "&creneau=" + also;
		var shown = get(path, People.agent());
		page(shown).isSound()
			.says("5 patients sont déplacés. Un rendez-vous est annulé.", "3 patients sont prévenus par message",
					"3 personnes sont inscrites dans la liste d’appels du lieu",
					"Une personne n’a laissé ni numéro ni adresse", "Tapez 1 pour confirmer");
		var done = post(path + "&confirmation=1&vu=" + seen(shown), People.agent());
		assertThat(flash(done)).isEqualTo(Flash.success("matching.moving.done", 2, 5, 1, 3));
		assertThat(this.messages.getMessage("matching.moving.done", new Object[] { 2, 5, 1, 3 }, Locale.FRENCH))
			.isEqualTo("2 demi-journées sont fermées. 5 patients sont déplacés. Un rendez-vous est annulé. "
					+ "3 personnes ne reçoivent pas de message\u00a0: elles sont dans la liste d’appels du lieu.");
		assertThat(this.jdbc
			.sql("select count(*) from outbox_message where channel = 'CALL' and appointment_id is not null")
			.query(Long.class)
			.single()).isEqualTo(3);
	}

	@Test
	void what_has_begun_or_lies_outside_the_perimeter_is_not_closed() {
		var path = "/ars/demi-journees/fermeture?" + both();
		assertThat(get(path, People.agentOf("30"))).hasRedirectedUrl("/ars/demi-journees");
		post(path + "&vu=x&confirmation=1", People.agentOf("30"));
		for (var closing : new String[] { "/ars/creneaux/" + this.taken.getId() + "/fermeture",
				"/ars/creneaux/999/fermeture" }) {
			assertThat(get(closing, People.agentOf("30"))).hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(post("/ars/creneaux/" + this.taken.getId() + "/deplacement?vers=1&vu=x", People.agentOf("30")))
			.hasStatus(HttpStatus.NOT_FOUND);
		this.clock.set(TUESDAY.atTime(15, 0));
		assertThat(flash(get(path, People.agent())).key()).isEqualTo("matching.closing.none");
		assertThat(status(this.taken)).isEqualTo(SlotStatus.TAKEN);
		page(get("/ars/lieux/" + this.site.getId(), People.agent())).hasNo("a[href$=/fermeture][href*=creneaux]");
	}

	@Test
	void a_closure_shows_whom_it_touches_before_it_is_saved() throws Exception {
		var path = "/ars/lieux/" + this.site.getId() + "/fermetures";
		page(get(path, People.agentOf("32"))).isSound().says("Aucune fermeture prévue");
		var asked = "from=2027-01-12&until=2027-01-15&reason=WORKS&note=Peinture";
		var shown = get(path + "/apercu?" + asked, People.agentOf("32"));
		page(shown).isSound()
			.says("2 demi-journées seront fermées", "Un patient a rendez-vous", "Travaux, Peinture")
			.has("a[href^='/ars/demi-journees/deplacements?creneau=']");
		page(post(path + "?" + asked + "&vu=" + seen(shown), People.agentOf("32"))).isSound()
			.says("tapez le nombre de rendez-vous annulés");
		page(post(path + "?" + asked + "&vu=x", People.agentOf("32"))).isSound().says("Quelque chose a changé");
		var saved = post(path + "?" + asked + "&confirmation=1&vu=" + seen(shown), People.agentOf("32"));
		assertThat(flash(saved)).isEqualTo(Flash.success("matching.closure.done", 2, 1));
		assertThat(status(this.taken)).isEqualTo(SlotStatus.CLOSED);
		page(get(path, People.agentOf("32"))).isSound().says("mardi 12 janvier 2027", "Travaux, Peinture");
		var again = get(path + "/apercu?" + asked, People.agentOf("32"));
		page(post(path + "?" + asked + "&vu=" + seen(again), People.agentOf("32"))).isSound()
			.says("déjà fermé certains de ces jours");
		var id = this.jdbc.sql("select id from site_closure").query(Long.class).single();
		post(path + "/" + id + "?_method=delete", People.agentOf("32"));
		page(get(path, People.agentOf("32"))).says("Aucune fermeture prévue");
	}

	@Test
	void a_closure_that_makes_no_sense_says_why() {
		var path = "/ars/lieux/" + this.site.getId() + "/fermetures/apercu?";
		says(path + "from=2027-01-12", "Choisissez une raison");
		says(path + "from=2027-01-03&reason=LEAVE", "Ce jour est passé");
		says(path + "from=2027-02-03&until=2027-02-02&reason=LEAVE", "Le dernier jour est avant le premier");
		says(path + "from=demain&reason=LEAVE", "Écrivez une date");
		says(path + "reason=LEAVE", "Remplissez ce champ");
		says(path + "from=2027-02-03&until=2029-02-02&reason=LEAVE", "trop longue");
		assertThat(get("/ars/lieux/" + this.site.getId() + "/fermetures", People.agentOf("30")))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	private void says(String path, String sentence) {
		PageAssertions shown = page(get(path, People.agent()));
		shown.isSound().says(sentence);
	}

}
