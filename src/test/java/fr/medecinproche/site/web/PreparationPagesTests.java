package fr.medecinproche.site.web;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;

import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.Place;
import fr.medecinproche.site.preparation.ReadinessItem;
import fr.medecinproche.site.preparation.SitePreparation;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.PdfAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.LinkedMultiValueMap;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class PreparationPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	SitePreparation preparation;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private ConsultationSite site;

	private RequestPostProcessor host;

	@BeforeEach
	void aSiteBeingPrepared() {
		this.database.clean();
		this.scenario.agent();
		this.site = this.scenario.preparingSite("Maison de Marciac", Scenario.MARCIAC);
		this.host = People.signedIn(this.scenario.hostOf(this.site).id(), Role.HOST);
	}

	private String agency(String path) {
		return "/ars/lieux/" + this.site.getId() + path;
	}

	@Test
	void the_agency_reads_what_is_missing_and_leads_the_site_to_its_opening() {
		get("/ars/lieux?statut=A_PREPARER", People.agent()).says("Maison de Marciac", "Depuis le 4 janvier 2027",
				"Il manque : Cabinet, Table d’examen");
		get(agency(""), People.agent()).says("Il manque 7 éléments", "déjà dit dans la description")
			.hasNo("form[action$=/pret]");
		for (var item : this.preparation.missing(this.site.getId())) {
			assertThat(post(agency("/preparation/" + item.path() + "/fait"), Map.of(), People.agent()))
				.hasRedirectedUrl(agency("#preparation"));
		}
		get(agency(""), People.agent()).says("Rien ne manque").has("form[action$=/pret]");
		post(agency("/pret"), Map.of(), People.agent());
		post(agency("/ouverture"), Map.of(), People.agent());
		get(agency(""), People.agent()).says("ouvert, par agent@essai.example");
		assertThat(this.jdbc.sql("select action from journal_entry where subject = 'site:1' order by number")
			.query(String.class)
			.list()).startsWith("site.created").endsWith("site.prepared", "site.ready", "site.open");
	}

	@Test
	void a_line_says_who_does_what_until_when() {
		var line = agency("/preparation/internet");
		get(line, People.agent()).has("input[name=state][value=TODO][checked]");
		page(post(line, Map.of("state", "NOT_NEEDED", "party", "COMMUNE"), People.agent())).isSound()
			.says("Dites en quelques mots pourquoi");
		post(line, Map.of("state", "IN_PROGRESS", "party", "COMMUNE", "responsible", "M. Lacoste", "due", "2027-01-02"),
				People.agent());
		get(agency(""), People.agent()).says("en cours", "La commune M. Lacoste", "en retard, prévu pour le 2 janvier");
		assertThat(this.mvc.get().uri(agency("/preparation/piscine")).with(People.agent()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(line).with(People.agentOf("30"))).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void the_host_ticks_what_is_the_places_and_nothing_else() {
		get("/lieu/preparation", this.host).says("Cabinet", "Ce que fait l’agence", "Lecteur de carte Vitale, à faire")
			.hasNo("form[action$=/card-reader/fait]");
		post("/lieu/preparation/room/fait", Map.of(), this.host);
		assertThat(this.preparation.missing(this.site.getId())).doesNotContain(ReadinessItem.ROOM);
		get("/lieu/preparation/table", this.host).hasNo("select[name=party]");
		assertThat(post("/lieu/preparation/card-reader/fait", Map.of(), this.host)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(agency("")).with(this.host)).hasStatus(HttpStatus.FORBIDDEN);
		var other = this.scenario.account("sans.lieu@essai.example", Role.HOST);
		assertThat(this.mvc.get().uri("/lieu/preparation").with(People.signedIn(other.id(), Role.HOST)))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void the_welcome_sheet_is_for_the_doctor_who_comes() {
		var edit = "/lieu/fiche-accueil/modifier";
		get(edit, this.host).has("input[name=version][value=-1]");
		page(post(edit, Map.of("version", "-1", "contactPhone", "12"), this.host)).says("ne peut pas être appelé");
		post(edit, Map.of("version", "-1", "contactName", "Mme Duprat", "contactPhone", "01 99 00 00 01", "pharmacy",
				"Pharmacie de la Place"), this.host);
		page(post(agency("/fiche-accueil/modifier"), Map.of("version", "-1", "contactName", "Autre"), People.agent()))
			.says("Quelqu’un a modifié ce lieu")
			.has("input[name=contactName][value=Autre]");
		assertThat(this.preparation.missing(this.site.getId())).doesNotContain(ReadinessItem.CONTACT);
		get(agency("/fiche-accueil"), People.agent()).says("Mme Duprat, 01 99 00 00 01", "Pharmacie de la Place");
		var open = this.scenario.openSite("Maison de Plaisance", Scenario.PLAISANCE);
		this.jdbc.sql("update site_welcome set site_id = ?").param(open.getId()).update();
		var anne = this.scenario.volunteer("Anne", "Abadie");
		var sheet = "/medecin/agenda/" + this.scenario.taken(anne, open, HalfDay.morningOf(TUESDAY)).getId()
				+ "/accueil";
		var me = People.signedIn(anne.getAccount().id(), Role.VOLUNTEER);
		get(sheet, me).says("La clé est à la mairie", "Mme Duprat");
		PdfAssertions.pdf(this.mvc.get().uri(sheet + ".pdf").with(me).exchange()).says("Mme Duprat", "Pharmacie");
		var bruno = this.scenario.volunteer("Bruno", "Bourdon");
		assertThat(this.mvc.get().uri(sheet).with(People.signedIn(bruno.getAccount().id(), Role.VOLUNTEER)))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void the_host_says_when_help_is_wanted_and_when_not() {
		get("/lieu/besoins", this.host).says("Semaine du 4 janvier 2027");
		page(post("/lieu/besoins/absences", Map.of("from", "2027-01-12"), this.host)).isSound()
			.says("Remplissez ce champ");
		post("/lieu/besoins/absences", Map.of("from", "2027-01-12", "reason", "Tous présents"), this.host);
		get("/lieu/besoins", this.host).says("mardi 12 janvier 2027 – Tous présents");
		post("/lieu/besoins/semaine", Map.of("monday", "2027-01-18", "halfDays", "3"), this.host);
		page(post("/lieu/besoins/semaine", Map.of("monday", "2027-01-18", "halfDays", "41"), this.host)).isSound()
			.says("Donnez un nombre d’au plus 40");
		get(agency(""), People.agent()).says("Semaine du 18 janvier 2027 : 3 demi-journées souhaitées",
				"Tous présents");
		var other = this.scenario.openSite("Autre", Scenario.PLAISANCE);
		assertThat(this.mvc.delete()
			.uri("/ars/lieux/" + other.getId() + "/besoins/absences/1")
			.with(People.agent())
			.with(csrf())).hasStatus(HttpStatus.NOT_FOUND);
		this.mvc.delete().uri("/lieu/besoins/absences/1").with(this.host).with(csrf()).exchange();
		get("/lieu/besoins", this.host).doesNotSay("Tous présents");
	}

	@Test
	void a_doctor_who_comes_where_nobody_is_wanted_any_more_is_the_agencys_to_decide() {
		var open = this.scenario.openSite("Maison de Plaisance", Scenario.PLAISANCE);
		var slot = this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), open, HalfDay.morningOf(TUESDAY));
		this.scenario.appointment(slot, LocalTime.of(9, 20), Scenario.patient("Jean", "Castan"));
		var page = "/ars/lieux/" + open.getId();
		post(page + "/besoins/absences", Map.of("from", "2027-01-12", "reason", "Tous présents"), People.agent());
		get(page, People.agent()).says("Dr Anne Abadie, un rendez-vous", "« Tous présents »")
			.has("a[href='/ars/creneaux/" + slot.getId() + "/fermeture']")
			.doesNotSay("Castan");
	}

	@Test
	void stops_are_planned_by_the_week() {
		var bus = this.scenario.openBus("Médicobus", Scenario.MARCIAC);
		var stops = "/ars/lieux/" + bus.getId() + "/etapes";
		get(stops, People.agent()).says("Aucune étape à venir");
		var form = Map.of("from", "2027-01-12", "until", "2027-01-31", "weekdays", "TUESDAY", "periods", "MORNING",
				"address", "Parking du stade", "postalCode", "32160", "communeCode", Scenario.PLAISANCE);
		post(stops, form, People.agent());
		get(stops, People.agent()).says("mardi 12 janvier 2027, matin, Parking du stade, 32160 Plaisance",
				"mardi 26 janvier 2027");
		var elsewhere = new HashMap<>(form);
		elsewhere.put("communeCode", Scenario.LE_VIGAN);
		page(post(stops, elsewhere, People.agent())).isSound().says("n’est pas dans la zone de ce lieu");
		this.mvc.delete().uri(stops + "/1").with(People.agent()).with(csrf()).exchange();
		get(stops, People.agent()).doesNotSay("mardi 12 janvier 2027");
		assertThat(this.mvc.get().uri(agency("/etapes")).with(People.agent())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void a_site_page_asks_as_much_for_many_needs_and_stops_as_for_one() {
		var bus = this.scenario.openBus("Médicobus", Scenario.MARCIAC);
		var path = "/ars/lieux/" + bus.getId();
		stop(path, "2027-01-12", Scenario.PLAISANCE);
		int one = QueryCount.of(() -> get(path, People.agent()));
		for (int day = 13; day < 30; day++) {
			stop(path, "2027-01-" + day, (day % 2 == 0) ? Scenario.MARCIAC : Scenario.PLAISANCE);
			post(path + "/besoins/absences", Map.of("from", "2027-02-" + (day - 12), "reason", "Tous présents"),
					People.agent());
		}
		assertThat(QueryCount.of(() -> get(path, People.agent()))).isEqualTo(one);
	}

	private void stop(String path, String day, String insee) {
		post(path + "/etapes", Map.of("from", day, "periods", "MORNING", "address", "Stade " + insee, "postalCode",
				"32160", "communeCode", insee), People.agent());
	}

	private PageAssertions get(String uri, RequestPostProcessor who) {
		return page(this.mvc.get().uri(uri).with(who).exchange()).isSound();
	}

	private MvcTestResult post(String uri, Map<String, String> typed, RequestPostProcessor who) {
		var form = new LinkedMultiValueMap<String, String>();
		form.setAll(typed);
		return this.mvc.post().uri(uri).with(who).with(csrf()).params(form).exchange();
	}

}
