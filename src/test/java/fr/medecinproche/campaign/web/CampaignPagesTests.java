package fr.medecinproche.campaign.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

import fr.medecinproche.account.AccountLinks;
import fr.medecinproche.account.AccountService;
import fr.medecinproche.account.LinkPurpose;
import fr.medecinproche.account.Role;
import fr.medecinproche.campaign.Audience;
import fr.medecinproche.campaign.CallWords;
import fr.medecinproche.campaign.Calls;
import fr.medecinproche.campaign.CampaignDrafts;
import fr.medecinproche.campaign.CampaignService;
import fr.medecinproche.messaging.Dispatcher;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.territory.Intercommunalites;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.testing.Works;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What agents and doctors see of calls.
 */
@ApplicationTest
class CampaignPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	CallWords words;

	@Autowired
	CampaignDrafts drafts;

	@Autowired
	CampaignService service;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	Dispatcher dispatcher;

	@Autowired
	VolunteerService files;

	@Autowired
	AccountService accounts;

	@Autowired
	AccountLinks links;

	@Autowired
	Intercommunalites zones;

	@Autowired
	Scenario scenario;

	@Autowired
	Works works;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Calls calls;

	private List<HalfDaySlot> mornings;

	@BeforeEach
	void threeMornings() {
		this.database.clean();
		this.calls = new Calls(this.scenario, this.drafts, this.zones, this.jdbc);
		this.mornings = this.calls.mornings(3);
	}

	private MvcTestResult see(String address) {
		return this.mvc.get().uri(address).with(People.agent()).exchange();
	}

	private MvcTestResult visit(@Nullable Volunteer volunteer, HttpMethod method, String address,
			String... parameters) {
		var request = this.mvc.method(method).uri(address).with(Genuine.form());
		for (int n = 0; n < parameters.length; n += 2) {
			request = request.param(parameters[n], parameters[n + 1]);
		}
		return ((volunteer != null) ? request.with(People.signedIn(volunteer.getAccount().id(), Role.VOLUNTEER))
				: request)
			.exchange();
	}

	private MvcTestResult send(HttpMethod method, String address, String... parameters) {
		var request = this.mvc.method(method).uri(address).with(Genuine.form()).with(People.agent());
		for (int n = 0; n < parameters.length; n += 2) {
			request = request.param(parameters[n], parameters[n + 1]);
		}
		return request.exchange();
	}

	private long sent(int wanted, Audience... audiences) {
		var call = this.calls.draft(wanted, List.of("b@cpts.example"), audiences);
		this.service.send(call, (done) -> {
		});
		return call;
	}

	private String prefilled() {
		return "/ars/appels/nouveau?zone=" + this.calls.zone() + "&du=2027-01-04&au=2027-01-31";
	}

	@Test
	void the_address_says_where_and_when_and_the_form_shows_what_is_to_be_taken() {
		page(see("/ars/appels")).isSound().says("Aucun appel pour l’instant").has("a[href='/ars/appels/nouveau']");
		page(see("/ars/appels/nouveau")).isSound().has("select#zone").hasNo("[role=alert]").hasNo("textarea");
		page(see("/ars/appels/nouveau?zone=" + this.calls.zone())).isSound()
			.has("option[selected][value='" + this.calls.zone() + "']")
			.hasNo("[role=alert]");
		page(see("/ars/appels/nouveau?zone=" + this.calls.zone() + "&du=&au=")).isSound().has("[role=alert]");
		page(see(prefilled())).isSound()
			.says("3 demi-journées à prendre", "mardi 12 janvier 2027, matin", "Maison de santé de Marciac", "{zone}")
			.has("input[name=wanted][value=3]")
			.has("input[name=audiences][value=ACTIVE][checked]")
			.has("a[href*='/demi-journees/nouvelle?from=2027-01-04&until=2027-01-31']");
		page(see(prefilled().replace("01-31", "01-03"))).isSound().says("Le dernier jour ne peut pas précéder");
		page(see("/ars/appels/nouveau?zone=999999999&du=2027-01-04&au=x")).isSound().has("[role=alert]");
		page(see("/ars/appels/nouveau?zone=" + this.calls.zone() + "&du=2026-01-04&au=2026-01-05")).isSound()
			.says("est passée");
		page(see("/ars/appels/nouveau?zone=" + this.calls.zone() + "&du=2027-06-01&au=2027-06-05")).isSound()
			.says("Aucune demi-journée à prendre", "Ouvrez d’abord")
			.hasNo("form[method=post][enctype]");
		page(see(prefilled() + "&lang=en")).isSound().says("3 half-days to take", "Whom to ask");
	}

	@Test
	void everything_wrong_is_said_at_its_field_and_what_was_typed_is_kept() {
		page(send(HttpMethod.POST, "/ars/appels/nouveau", "zone", this.calls.zone(), "du", "2027-01-04", "au",
				"2027-01-31", "wanted", "0", "audiences", "LIST", "withinKm", "x", "addresses",
				"b@cpts.example\nsans adresse", "subject", "Appel {nom}", "body", ""))
			.isSound()
			.says("Indiquez un nombre entre 1 et 500", "Dites qui a transmis ces adresses",
					"Une ligne n’est pas une adresse : ligne 2", "Une accolade entoure un mot", "Écrivez un texte")
			.has("textarea#addresses:containsOwn(b@cpts.example)");
		assertThat(this.calls.count("from campaign")).isZero();
		page(send(HttpMethod.POST, "/ars/appels/nouveau")).isSound().says("Choisissez une zone");
		page(send(HttpMethod.POST, "/ars/appels/nouveau", "zone", this.calls.zone(), "du", "2027-01-04", "au",
				"2027-01-31", "wanted", "1", "withinKm", "30", "audiences", "ACTIVE", "addresses", "b@cpts.example",
				"subject", "a", "body", "b"))
			.isSound()
			.says("cochez « Adresses transmises »");
	}

	@Test
	void a_draft_shows_who_would_be_written_to_and_the_mail_before_it_is_sent_once() throws Exception {
		this.scenario.volunteer("Aline", "Roux");
		var drafted = send(HttpMethod.POST, "/ars/appels/nouveau", "zone", this.calls.zone(), "du", "2027-01-04", "au",
				"2027-01-31", "wanted", "2", "audiences", "ACTIVE", "audiences", "LIST", "withinKm", "150", "source",
				"CPTS d’essai", "addresses", "b@cpts.example", "subject", "Appel : {zone}", "body",
				"Il manque des médecins.\r\n\r\n{dates}\r\n{frais}");
		var address = drafted.getResponse().getRedirectedUrl();
		assertThat(address).matches("/ars/appels/\\d+");
		page(see(address)).isSound()
			.says("2 personnes recevront cet appel", "Médecins volontaires actifs : 1 personne",
					"Personne n’est laissé de côté", "Dr Aline Roux, Toulouse", "b…@cpts.example", "Bonjour docteur",
					"3 demi-journées sont à prendre : mardi 12 janvier matin (Marciac)", "100 €", "CPTS d’essai",
					"RGPD", "Ne plus jamais recevoir d’appels")
			.doesNotSay("b@cpts.example");
		page(see(address + "/modification")).isSound().says("Une adresse est déjà enregistrée");
		assertThat(send(HttpMethod.POST, address + "/modification", "wanted", "3", "audiences", "ACTIVE", "audiences",
				"LIST", "withinKm", "150", "source", "CPTS d’essai", "subject", "Autre objet", "body", "Venez."))
			.hasRedirectedUrl(address);
		page(see(address)).says("3 demi-journées demandées", "Autre objet", "2 personnes recevront");
		assertThat(send(HttpMethod.POST, address + "/envoi")).hasRedirectedUrl(address);
		assertThat(send(HttpMethod.POST, address + "/envoi")).hasRedirectedUrl(address);
		assertThat(this.calls.count("from outbox_message where dedup_key like 'campaign:%'")).isEqualTo(2);
		page(see(address)).isSound().says("En cours").hasNo("form[action$='/envoi']").has("form[action$='/arret']");
		assertThat(send(HttpMethod.DELETE, address)).hasRedirectedUrl(address);
		assertThat(see(address + "/modification")).hasRedirectedUrl(address);
		assertThat(send(HttpMethod.POST, address + "/arret")).hasRedirectedUrl(address);
		page(see(address)).isSound().says("Arrêté").hasNo("form[action$='/arret']");
		page(see("/ars/appels")).isSound().says("0 sur 3");
	}

	@Test
	void a_long_list_is_dealt_with_apart_and_a_file_is_read_whatever_made_it() {
		var file = "Nom;Adresse e-mail\r\n" + String.join("\r\n",
				IntStream.range(0, 1200).mapToObj((n) -> "Dr É" + n + ";medecin" + n + "@cpts.example").toList());
		var drafted = this.mvc.post()
			.uri("/ars/appels/nouveau")
			.multipart()
			.file(new MockMultipartFile("liste", "liste.csv", "text/csv", file.getBytes(StandardCharsets.ISO_8859_1)))
			.with(Genuine.form())
			.with(People.signedIn(this.jdbc.sql("select min(id) from account").query(Long.class).single(), Role.AGENT))
			.param("zone", this.calls.zone())
			.param("du", "2027-01-04")
			.param("au", "2027-01-31")
			.param("wanted", "3")
			.param("audiences", "LIST")
			.param("withinKm", "60")
			.param("source", "CPTS d’essai")
			.param("subject", "Appel")
			.param("body", "{dates}")
			.exchange();
		var address = drafted.getResponse().getRedirectedUrl();
		page(see(address)).isSound().says("1 200 personnes recevront");
		var sending = this.mvc.post()
			.uri(address + "/envoi")
			.with(Genuine.form())
			.with(People.signedIn(this.jdbc.sql("select min(id) from account").query(Long.class).single(), Role.AGENT))
			.exchange();
		var work = this.works.await(sending.getResponse().getRedirectedUrl());
		assertThat(work.result()).isEqualTo(address);
		assertThat(work.done()).isEqualTo(1200);
		assertThat(this.calls.count("from campaign_invitation")).isEqualTo(1200);
		assertThat(this.calls.count("from outbox_message where dedup_key like 'campaign:%'")).isEqualTo(40);
	}

	@Test
	void every_number_leads_to_its_rows() {
		var roux = this.scenario.volunteer("Aline", "Roux");
		var bosc = this.scenario.volunteer("Jean", "Bosc");
		this.scenario.candidate("Marc", "Lacaze");
		var call = sent(3, Audience.ACTIVE, Audience.FILE_IN_PROGRESS, Audience.LIST);
		this.clock.set(LocalDateTime.of(2027, 1, 4, 9, 0));
		var link = this.calls.linkOf("b@cpts.example");
		this.dispatcher.dispatch();
		visit(null, HttpMethod.POST, link, "creneaux", "" + this.mornings.get(0).getId());
		this.scheduling.take(roux.getId(), List.of(this.mornings.get(0).getId()));
		visit(bosc, HttpMethod.DELETE, "/medecin/appels/" + this.calls.invitationOf(call, bosc));
		var shown = Jsoup.parse(body(see("/ars/appels/" + call)));
		var numbers = shown.select(".figures a[href*='/personnes']");
		assertThat(numbers).hasSizeGreaterThan(10);
		for (var number : numbers) {
			var rows = Jsoup.parse(body(see(number.attr("href"))));
			assertThat(rows.select("tbody tr")).as(number.attr("href")).hasSize(Integer.parseInt(number.text()));
		}
		assertThat(shown.select("a[href$='etat=YES']").text()).isEqualTo("1");
		assertThat(shown.select("a[href$='prises=true']").text()).isEqualTo("1");
		page(see("/ars/appels/" + call + "/demi-journees?prises=true")).isSound().says("Dr Aline Roux");
		page(see("/ars/appels/" + call + "/demi-journees")).isSound()
			.says("Ouverte", "mercredi 13 janvier 2027, matin");
		page(see("/ars/appels/" + call + "/personnes?etat=YES")).isSound().says("Dr Aline Roux", "une demi-journée");
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	@Test
	void an_agent_of_elsewhere_sees_no_call_and_a_doctor_of_elsewhere_is_not_named() {
		this.scenario.volunteer("Aline", "Roux");
		var call = sent(3, Audience.ACTIVE, Audience.LIST);
		for (var path : List.of("", "/personnes", "/demi-journees", "/modification")) {
			assertThat(this.mvc.get().uri("/ars/appels/" + call + path).with(People.agentOf("30")).exchange()).as(path)
				.hasStatus(404);
		}
		for (var path : List.of("/envoi", "/arret", "/modification")) {
			assertThat(this.mvc.post()
				.uri("/ars/appels/" + call + path)
				.with(Genuine.form())
				.with(People.agentOf("30"))
				.exchange()).as(path).hasStatus(404);
		}
		page(this.mvc.get().uri("/ars/appels").with(People.agentOf("30")).exchange()).isSound().says("Aucun appel");
		page(this.mvc.get().uri("/ars/appels/" + call + "/personnes").with(People.agentOf("32")).exchange()).isSound()
			.says("Un médecin d’un autre territoire")
			.doesNotSay("Roux");
		page(this.mvc.get().uri("/ars/appels/" + call + "/personnes").with(People.agentOf("R76")).exchange()).isSound()
			.says("Dr Aline Roux");
		assertThat(this.mvc.get().uri("/ars/appels").with(People.regulator()).exchange()).hasStatus(403);
	}

	@Test
	void the_link_shows_the_dates_without_signing_in_and_to_look_answers_nothing() {
		var roux = this.scenario.volunteer("Aline", "Roux");
		sent(3, Audience.ACTIVE, Audience.LIST);
		var link = this.calls.linkOf(roux);
		var shown = visit(null, HttpMethod.GET, link);
		page(shown).isSound()
			.says("Pouvez-vous venir", "mardi 12 janvier 2027, matin",
					"Maison de santé de Marciac, Marciac, de 9 h à 12 h 30",
					"Il vous reste 4 demi-journées en janvier 2027", "Je prends ces demi-journées", "Pas cette fois")
			.doesNotSay("Roux");
		assertThat(shown.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(shown.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
		page(visit(null, HttpMethod.GET, link + "/desinscription")).isSound()
			.says("Ne plus jamais recevoir d’appels ?");
		page(visit(null, HttpMethod.GET, link + "?lang=en")).isSound().says("Can you come");
		assertThat(this.calls.count("from campaign_invitation where answer <> 'OPEN'")).isZero();
		Genuine.assertNoSession(shown);
	}

	@Test
	void a_yes_takes_the_dates_a_second_changes_nothing_and_late_answers_get_a_clear_page() {
		var roux = this.scenario.volunteer("Aline", "Roux");
		var bosc = this.scenario.volunteer("Jean", "Bosc");
		sent(2, Audience.ACTIVE, Audience.LIST);
		var link = this.calls.linkOf(roux);
		var first = "" + this.mornings.get(0).getId();
		var none = visit(null, HttpMethod.POST, link);
		assertThat(none).hasRedirectedUrl(link).cookies().containsCookie("flash");
		assertThat(visit(null, HttpMethod.POST, link, "creneaux", first)).hasRedirectedUrl(link);
		assertThat(visit(null, HttpMethod.POST, link, "creneaux", first)).hasRedirectedUrl(link);
		page(visit(null, HttpMethod.GET, link)).isSound()
			.says("Merci, c’est noté : on vous attend", "mardi 12 janvier 2027, matin")
			.has("a[href='/medecin/agenda?mois=2027-01']")
			.hasNo("input[value='" + first + "']");
		var late = this.calls.linkOf(bosc);
		var taken = visit(null, HttpMethod.POST, late, "creneaux", first);
		assertThat(taken).hasRedirectedUrl(late).cookies().containsCookie("flash");
		page(visit(null, HttpMethod.GET, late)).isSound()
			.says("mercredi 13 janvier 2027")
			.hasNo("input[value='" + first + "']");
		visit(null, HttpMethod.POST, link, "creneaux", "" + this.mornings.get(1).getId());
		page(visit(null, HttpMethod.GET, late)).isSound()
			.says("Le besoin est couvert")
			.hasNo("main form")
			.has("a[href='/medecin/demi-journees']");
		assertThat(visit(null, HttpMethod.POST, late, "creneaux", "" + this.mornings.get(2).getId()))
			.hasRedirectedUrl(late);
		assertThat(this.calls.count("from half_day_slot where status = 'TAKEN'")).isEqualTo(2);
	}

	@Test
	void whoever_joins_after_a_call_to_a_list_finds_their_dates_and_takes_them_once_they_may() {
		var call = this.calls.draft(3, List.of("marc.lacaze@essai.example"), Audience.LIST);
		this.service.send(call, (done) -> {
		});
		var link = this.calls.linkOf("marc.lacaze@essai.example");
		var date = "" + this.mornings.get(1).getId();
		page(visit(null, HttpMethod.GET, link)).isSound().says("il faut d’abord rejoindre le dispositif");
		visit(null, HttpMethod.POST, link, "creneaux", date);
		page(visit(null, HttpMethod.GET, link)).isSound()
			.says("Merci, c’est noté", "Devenir médecin volontaire")
			.has("main a.fr-btn[href='/medecin/devenir-volontaire?zone=" + this.calls.zone()
					+ "&jours=TUESDAY&jours=WEDNESDAY&jours=THURSDAY']")
			.has("input[value='" + date + "'][checked]")
			.hasNo("input[value='" + this.mornings.get(0).getId() + "'][checked]");
		var marc = this.scenario.candidate("Marc", "Lacaze");
		page(visit(marc, HttpMethod.GET, "/medecin/appels")).says("Vous n’avez reçu aucun appel");
		this.accounts.resetPassword(this.links.create(marc.getAccount(), LinkPurpose.RESET_PASSWORD),
				"trois petits chats gris");
		var own = "/medecin/appels/" + this.calls.invitationOf(call, marc);
		page(visit(marc, HttpMethod.GET, own)).isSound().says("Merci, c’est noté").has("a[href='/medecin/dossier']");
		page(visit(marc, HttpMethod.GET, "/medecin")).doesNotSay("Des médecins sont attendus");
		this.files.activate(marc.getId(), this.calls.agent());
		page(visit(marc, HttpMethod.GET, "/medecin")).isSound()
			.says("Des médecins sont attendus")
			.has("a[href='" + own + "']");
		page(visit(null, HttpMethod.GET, link)).isSound()
			.says("Je prends ces demi-journées")
			.has("input[value='" + date + "'][checked]");
		visit(marc, HttpMethod.POST, own, "creneaux", date);
		page(visit(marc, HttpMethod.GET, own)).says("on vous attend");
		assertThat(this.calls.count("from half_day_slot where status = 'TAKEN'")).isOne();
		assertThat(this.calls.count("from campaign_invitation where email is not null")).isZero();
	}

	@Test
	void the_agent_reads_in_the_morning_that_a_met_need_is_not_met_any_more_and_resumes_the_call_in_one_press() {
		var roux = this.scenario.volunteer("Aline", "Roux");
		var call = sent(1, Audience.ACTIVE);
		this.scheduling.take(roux.getId(), List.of(this.mornings.get(0).getId()));
		page(see("/ars")).doesNotSay("n’est plus couvert");
		assertThat(send(HttpMethod.POST, "/ars/appels/" + call + "/reprise")).hasRedirectedUrl("/ars/appels/" + call)
			.cookies()
			.containsCookie("flash");
		this.scheduling.giveBack(roux.getId(), this.mornings.get(0).getId());
		page(see("/ars")).isSound()
			.says("Un appel dont le besoin n’est plus couvert", "Une demi-journée a été rendue")
			.has("form[action='/ars/appels/" + call + "/reprise']");
		page(this.mvc.get().uri("/ars").with(People.agentOf("30")).exchange()).doesNotSay("n’est plus couvert");
		page(see("/ars/appels/" + call)).isSound().says("le besoin n’est plus couvert", "Reprendre l’appel");
		assertThat(send(HttpMethod.POST, "/ars/appels/" + call + "/reprise")).as("everybody was asked")
			.hasRedirectedUrl("/ars/appels/" + call);
		assertThat(this.calls.count("from campaign")).isOne();
		this.scenario.volunteer("Jean", "Bosc");
		assertThat(this.mvc.post()
			.uri("/ars/appels/" + call + "/reprise")
			.with(Genuine.form())
			.with(People.agentOf("30"))
			.exchange()).hasStatus(404);
		var resumed = send(HttpMethod.POST, "/ars/appels/" + call + "/reprise").getResponse().getRedirectedUrl();
		assertThat(resumed).isNotEqualTo("/ars/appels/" + call);
		page(see(resumed)).isSound().says("En cours", "Voir l’appel que celui-ci reprend");
		page(see("/ars/appels/" + call)).isSound().says("Voir l’appel qui a repris").hasNo("form[action$='/reprise']");
		page(see(resumed + "/personnes?etat=LEFT_OUT")).isSound().says("Ont déjà reçu l’appel que celui-ci reprend");
		assertThat(send(HttpMethod.POST, "/ars/appels/" + call + "/reprise")).as("it has left already")
			.hasRedirectedUrl(resumed)
			.cookies()
			.doesNotContainCookie("flash");
		page(see("/ars")).doesNotSay("n’est plus couvert");
		assertThat(this.jdbc
			.sql("select action from journal_entry where action like 'campaign.%' order by number desc limit 2")
			.query(String.class)
			.list()).containsExactly("campaign.sent", "campaign.resumed");
	}

	@Test
	void a_mail_program_unsubscribes_its_reader_with_one_press_and_no_form() {
		sent(2, Audience.ACTIVE, Audience.LIST);
		var link = this.calls.linkOf("b@cpts.example");
		assertThat(this.jdbc.sql("select unsubscribe from outbox_message where recipient = 'b@cpts.example'")
			.query(String.class)
			.single()).endsWith(link + "/desinscription");
		page(visit(null, HttpMethod.GET, link)).isSound().has("a[href='/medecin/devenir-volontaire']").hasNo(".left");
		assertThat(this.mvc.post().uri(link + "/desinscription").param("List-Unsubscribe", "One-Click").exchange())
			.hasRedirectedUrl(link + "/desinscription");
		page(visit(null, HttpMethod.GET, link + "/desinscription")).isSound().says("C’est noté : plus d’appels");
		assertThat(this.calls.count("from campaign_refusal")).isOne();
		for (var wrong : List.of("x", "%00", "AAAAAAAAAAAAAAAAAAAAAAAA")) {
			for (var method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE)) {
				assertThat(visit(null, method, "/appels/" + wrong).getResponse().getStatus()).isBetween(400, 404);
			}
		}
		this.dispatcher.dispatch();
		assertThat(this.calls.count("from outbox_message where unsubscribe is not null and status <> 'PENDING'"))
			.isZero();
	}

	@Test
	void who_is_signed_in_finds_the_call_at_home_and_may_say_never_in_their_own_pages() {
		var roux = this.scenario.volunteer("Aline", "Roux");
		var bosc = this.scenario.volunteer("Jean", "Bosc");
		var call = sent(3, Audience.ACTIVE, Audience.LIST);
		var own = "/medecin/appels/" + this.calls.invitationOf(call, roux);
		page(visit(roux, HttpMethod.GET, "/medecin")).isSound()
			.says("Des médecins sont attendus")
			.has("a[href='" + own + "']");
		page(visit(roux, HttpMethod.GET, own)).isSound().says("Pouvez-vous venir");
		assertThat(visit(bosc, HttpMethod.GET, own)).hasStatus(404);
		assertThat(visit(bosc, HttpMethod.POST, own, "creneaux", "1")).hasStatus(404);
		assertThat(visit(null, HttpMethod.GET, own)).hasRedirectedUrl("/compte/connexion");
		assertThat(visit(roux, HttpMethod.DELETE, own)).hasRedirectedUrl(own);
		page(visit(roux, HttpMethod.GET, own)).isSound().says("Vous avez répondu : pas cette fois");
		page(visit(roux, HttpMethod.GET, "/medecin")).isSound().doesNotSay("Des médecins sont attendus");
		page(visit(roux, HttpMethod.GET, "/medecin/preferences")).isSound().has("a[href='/medecin/appels']");
		page(visit(roux, HttpMethod.GET, "/medecin/appels")).isSound()
			.says("Vous recevez les appels", "Pas cette fois");
		assertThat(visit(roux, HttpMethod.POST, "/medecin/appels/refus")).hasRedirectedUrl("/medecin/appels");
		page(visit(roux, HttpMethod.GET, "/medecin/appels")).isSound().says("Vous ne recevez plus d’appels");
		assertThat(this.calls.count("from campaign_refusal")).isOne();
		visit(roux, HttpMethod.DELETE, "/medecin/appels/refus");
		assertThat(this.calls.count("from campaign_refusal")).isZero();
	}

	@Test
	void the_mail_says_where_when_how_far_why_and_how_to_get_no_more_in_french_and_in_english() {
		var roux = this.scenario.volunteer("Aline", "Roux");
		var smith = this.scenario.volunteer("Ann", "Smith");
		this.jdbc.sql("update account set locale = 'en' where id = ?").param(smith.getAccount().id()).update();
		var call = this.calls.draft(3, List.of("b@cpts.example"), Audience.ACTIVE, Audience.LIST);
		this.jdbc.sql("update campaign set subject = ?, body = ? where id = ?")
			.params(this.words.template().subject(), this.words.template().body(), call)
			.update();
		this.service.send(call, (done) -> {
		});
		assertThat(plain(this.calls.bodyTo(roux.getAccount().email().value()))).contains("Bonjour Dr Aline Roux,",
				"des patients n’ont pas de médecin du 4 janvier 2027 au 31 janvier 2027",
				"3 demi-journées sont à prendre : mardi 12 janvier matin (Marciac)",
				"Lieux : Maison de santé de Marciac (Marciac).", "Aucun logement", "100 €", "Où : ", "Distance : ",
				"jusqu’au lieu le plus proche", "/appels/", "parce que vous participez au dispositif",
				"Ne plus jamais recevoir d’appels", "/desinscription");
		assertThat(plain(this.calls.bodyTo(smith.getAccount().email().value()))).contains("Hello Dr Ann Smith,",
				"patients have no doctor from 4 January 2027 to 31 January 2027",
				"3 half-days are to be taken: Tuesday 12 January morning (Marciac)", "Never get calls again");
		assertThat(plain(this.calls.bodyTo("b@cpts.example")))
			.contains("Bonjour docteur,", "transmise par : CPTS d’essai", "article 6, paragraphe 1, point e",
					"Nous effaçons votre adresse 30 jours après la fin")
			.doesNotContain("Distance");
		assertThat(this.jdbc.sql("select count(*) from outbox_message where by_day and dedup_key like 'campaign:%'")
			.query(Long.class)
			.single()).isEqualTo(3);
	}

	private static String plain(String text) {
		return text.replaceAll("[\\u00a0\\u202f]", " ");
	}

	@Test
	void the_pages_ask_no_more_for_many_than_for_one() {
		var roux = this.scenario.volunteer("Aline", "Roux");
		var call = sent(3, Audience.ACTIVE, Audience.LIST);
		var link = this.calls.linkOf(roux);
		var addresses = List.of("/ars/appels", "/ars/appels/" + call, "/ars/appels/" + call + "/personnes",
				"/ars/appels/" + call + "/demi-journees", prefilled());
		var before = addresses.stream().map((address) -> QueryCount.of(() -> see(address))).toList();
		int answer = QueryCount.of(() -> visit(null, HttpMethod.GET, link));
		for (int more = 0; more < 4; more++) {
			this.jdbc
				.sql("""
						insert into campaign (zone, first_day, last_day, wanted, audiences, within_km, subject, body, status,
						  created_by, created_at) select zone, first_day, last_day, 1, '{ACTIVE}', 60, 'a', 'b', 'DRAFT',
						  created_by, created_at from campaign where id = ?""")
				.param(call)
				.update();
			this.jdbc
				.sql("""
						insert into campaign_invitation (campaign_id, email, email_hash, audience, written_at, rest_until, place,
						  counts_until)
						values (?, 'c@cpts.example', ?, 'LIST', '2027-01-04', '2027-01-18', 1, '2027-04-05')""")
				.params(call, "h" + more)
				.update();
			this.scenario.halfDay(this.mornings.getFirst().getSite(),
					HalfDay.afternoonOf(Scenario.TUESDAY.plusDays(more)));
		}
		assertThat(before).allMatch((queries) -> queries > 0);
		assertThat(addresses.stream().map((address) -> QueryCount.of(() -> see(address))).toList()).isEqualTo(before);
		assertThat(QueryCount.of(() -> visit(null, HttpMethod.GET, link))).isEqualTo(answer);
	}

}
