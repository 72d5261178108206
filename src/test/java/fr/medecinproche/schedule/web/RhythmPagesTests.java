package fr.medecinproche.schedule.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.KeptPatterns;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Works;
import fr.medecinproche.web.Flash;
import fr.medecinproche.work.WorkStatus;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class RhythmPagesTests {

	/** Mondays and Thursdays of a May with two holidays on them. */
	private static final String MAY = "from=2027-05-03&until=2027-05-30&rhythm=EVERY_WEEK&weekdays=MONDAY"
			+ "&weekdays=THURSDAY&periods=MORNING&rooms=1";

	private static final String YEAR = "from=2027-02-01&until=2027-12-31&rhythm=EVERY_WEEK&weekdays=TUESDAY"
			+ "&weekdays=WEDNESDAY&weekdays=FRIDAY&periods=MORNING&rooms=1";

	private static final LocalDate TENTH = LocalDate.of(2027, 5, 10);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	SiteService siteService;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	HalfDaySlots slots;

	@Autowired
	KeptPatterns patterns;

	@Autowired
	Works works;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	private ConsultationSite site;

	@BeforeEach
	void openSite() {
		this.database.clean();
		this.scenario.agent();
		this.site = this.scenario.openSite("Maison", Scenario.MARCIAC, 2);
	}

	private MvcTestResult get(String path) {
		return this.mvc.get()
			.uri(URI.create("/ars/lieux/" + this.site.getId() + "/rythmes" + path))
			.with(People.agentOf("32"))
			.exchange();
	}

	private MvcTestResult post(String path) {
		return this.mvc.post()
			.uri(URI.create("/ars/lieux/" + this.site.getId() + "/rythmes" + path))
			.with(People.agentOf("32"))
			.with(csrf())
			.exchange();
	}

	private static String seen(MvcTestResult result) throws Exception {
		return Jsoup.parse(result.getResponse().getContentAsString()).select("main [name=seen]").first().val();
	}

	private static Flash flash(MvcTestResult result) {
		return (Flash) result.getMvcResult().getFlashMap().get(Flash.ATTRIBUTE);
	}

	private String open() throws Exception {
		var opened = post("?" + MAY + "&seen=" + seen(get("/apercu?" + MAY)));
		assertThat(flash(opened)).isEqualTo(Flash.success("schedule.rhythm.opened", 6));
		var address = opened.getResponse().getRedirectedUrl();
		return address.substring(address.lastIndexOf('/'));
	}

	private long slotOn(LocalDate day) {
		return this.slots.at(this.site.getId(), day, day.plusDays(1)).getFirst().getId();
	}

	@Test
	void a_pattern_is_looked_at_day_by_day_then_opened_and_kept() throws Exception {
		page(get("")).isSound().says("Ce lieu n’a pas encore de rythme");
		page(get("/nouveau")).isSound().says("Créer un rythme", "Cabinet 2", "9 h à 12 h 30").doesNotSay("pas ouvert");
		page(get("/apercu?" + MAY)).isSound()
			.says("À ouvrir : 6 demi-journées", "lundi 3 mai 2027, matin, cabinet 1",
					"Jours fériés, laissées de côté : 2 demi-journées", "lundi 17 mai 2027, matin, cabinet 1")
			.has("form[method=get] [name=onHolidays][value=true]");
		page(get("/apercu?" + MAY + "&onHolidays=true")).isSound().says("À ouvrir : 8 demi-journées");
		var pattern = open();
		page(get("")).isSound()
			.says("toutes les semaines : lundi, jeudi ; matin ; cabinet 1", "6 demi-journées à venir");
		page(get(pattern)).isSound().says("Du lundi 3 mai 2027 au dimanche 30 mai 2027", "Ce qui a été décidé");
	}

	@Test
	void what_changed_since_the_preview_is_shown_again() throws Exception {
		var seen = seen(get("/apercu?" + MAY));
		this.scenario.halfDay(this.site, HalfDay.morningOf(TENTH));
		var again = post("?" + MAY + "&seen=" + seen);
		page(again).isSound().says("Quelque chose a changé", "Déjà ouverte : une demi-journée");
		assertThat(post("?" + MAY + "&seen=" + seen(again))).hasStatus3xxRedirection();
	}

	@Test
	void a_change_shows_what_is_added_kept_closed_and_taken() throws Exception {
		var pattern = open();
		page(get(pattern + "/modifier")).isSound()
			.has("[name=from][value=2027-05-03]")
			.has("[name=weekdays][value=THURSDAY][checked]");
		this.scheduling.take(this.scenario.volunteer("Anne", "Abadie").getId(), List.of(slotOn(TENTH)));
		var change = "from=2027-05-10&until=2027-05-30&rhythm=EVERY_WEEK&weekdays=TUESDAY&weekdays=THURSDAY"
				+ "&periods=MORNING&rooms=1";
		var shown = get(pattern + "/modification?" + change);
		page(shown).isSound()
			.says("À ouvrir : 3 demi-journées", "Gardées : 3 demi-journées",
					"À fermer, personne ne l’a prise : une demi-journée",
					"Prise par un médecin : une demi-journée reste", "Dr Anne Abadie, aucun patient attendu")
			.has("a[href='/ars/creneaux/" + slotOn(TENTH) + "/fermeture']");
		var done = post(pattern + "/versions?" + change + "&seen=" + seen(shown));
		assertThat(flash(done)).isEqualTo(Flash.warning("schedule.rhythm.changed.taken", 3, 1, 1));
		page(get(pattern)).isSound().says("mardi, jeudi");
		page(post(pattern + "/versions?" + change + "&seen=" + seen(shown))).isSound().says("Quelque chose a changé");
	}

	@Test
	void an_end_closes_what_nobody_has_taken() throws Exception {
		var pattern = open();
		var shown = get(pattern + "/fin?from=2027-05-10");
		page(shown).isSound().says("À fermer, personne ne les a prises : 5 demi-journées");
		page(get(pattern + "/fin?from=2020-05-10")).isSound().says("Ce jour est passé");
		page(post(pattern + "/fin?from=2027-05-10&seen=x")).isSound().says("Quelque chose a changé");
		assertThat(flash(post(pattern + "/fin?from=2027-05-10&seen=" + seen(shown))))
			.isEqualTo(Flash.success("schedule.rhythm.changed", 0, 5));
		page(get(pattern)).isSound().says("Arrêté. Dernier jour possible : dimanche 9 mai 2027", "Arrêt à partir du");
		page(get("")).isSound().says("Arrêté");
	}

	@Test
	void what_changes_hundreds_of_half_days_is_done_in_the_background() throws Exception {
		var opened = this.works.await(target(post("?" + YEAR + "&seen=" + seen(get("/apercu?" + YEAR)))));
		assertThat(opened.status()).isEqualTo(WorkStatus.DONE);
		assertThat(opened.kind()).isEqualTo("schedule.opening");
		var pattern = opened.result().substring(opened.result().lastIndexOf('/'));
		page(get(pattern)).isSound().says("Demi-journées ouvertes : " + opened.total() + " ; fermées : 0");
		this.scheduling.take(this.scenario.volunteer("Anne", "Abadie").getId(),
				List.of(slotOn(LocalDate.of(2027, 2, 2))));
		var end = pattern + "/fin?from=2027-02-01";
		var ended = this.works.await(target(post(end + "&seen=" + seen(get(end)))));
		assertThat(ended.status()).isEqualTo(WorkStatus.DONE);
		assertThat(ended.total()).isEqualTo(opened.total() - 1);
		page(get(pattern)).isSound()
			.says("Demi-journées ouvertes : 0 ; fermées : " + ended.total() + " ; prises et gardées : 1");
	}

	@Test
	void a_doctor_who_takes_one_before_long_work_begins_makes_it_do_nothing() throws Exception {
		var opened = this.works.await(target(post("?" + YEAR + "&seen=" + seen(get("/apercu?" + YEAR)))));
		var end = opened.result().substring(opened.result().lastIndexOf('/')) + "/fin?from=2027-02-01";
		var doctor = this.scenario.volunteer("Anne", "Abadie").getId();
		var seen = seen(get(end));
		// in one transaction, so that the work, which waits for its end, comes after
		var started = this.transaction.execute((status) -> {
			var page = target(post(end + "&seen=" + seen));
			this.scheduling.take(doctor, List.of(slotOn(LocalDate.of(2027, 2, 2))));
			return page;
		});
		var work = this.works.await(started);
		assertThat(work.status()).isEqualTo(WorkStatus.FAILED);
		assertThat(work.failure()).startsWith("Quelqu’un vient de modifier les mêmes demi-journées");
		// and who asks again is shown the new counts, and nothing is done
		var left = opened.total() - 1;
		page(post(end + "&seen=" + seen)).isSound()
			.says("Quelque chose a changé", "personne ne les a prises : " + left + " demi-journées",
					"Prise par un médecin : une demi-journée reste");
		assertThat(this.slots.openedBy(this.patterns.at(this.site.getId()).getFirst().getId(), TENTH.minusMonths(4)))
			.hasSize(opened.total());
	}

	@Test
	void work_that_was_stopped_says_that_nothing_was_changed() throws Exception {
		var work = this.works.await(target(post("?" + YEAR + "&seen=" + seen(get("/apercu?" + YEAR)))));
		this.jdbc.sql("update long_work set status = 'STOPPED', result = null, done = 40 where id = ?")
			.param(work.id())
			.update();
		var shown = this.mvc.get().uri("/ars/travaux/" + work.id()).with(People.agentOf("32")).exchange();
		page(shown).isSound().says("a été arrêté", "Rien n’a été ouvert").doesNotSay("Fait : 40");
	}

	@Test
	void the_calendar_of_a_site_shows_what_is_taken_free_closed_and_empty() throws Exception {
		open();
		this.scheduling.take(this.scenario.volunteer("Anne", "Abadie").getId(), List.of(slotOn(TENTH)));
		this.jdbc.sql("""
				insert into site_closure (site_id, first_day, last_day, reason, created_at)
				values (?, '2027-05-20', '2027-05-21', 'LEAVE', now())""").param(this.site.getId()).update();
		this.jdbc.sql("update zone_priority set ends_on = '2027-05-31' where siren = ?")
			.param(this.site.getZone().getSiren())
			.update();
		var path = "/ars/lieux/" + this.site.getId() + "/calendrier";
		var may = this.mvc.get().uri(path + "?mois=2027-05").with(People.agentOf("32")).exchange();
		page(may).isSound()
			.says("Calendrier de mai 2027", "Une demi-journée prise, 5 libres", "Matin (cabinet 1) : Dr Anne Abadie",
					"Matin (cabinet 1) : libre", "Lieu fermé", "Zone non prioritaire")
			.has("a[href='/ars/lieux/" + this.site.getId() + "/demi-journees/nouvelle?from=2027-05-04']")
			.hasNo("a[href$='from=2027-05-31']");
		page(this.mvc.get().uri(path + "?mois=x").with(People.agentOf("32")).exchange()).isSound()
			.says("Calendrier de janvier 2027", "Aucune demi-journée prise, aucune libre");
		assertThat(this.mvc.get().uri(path).with(People.agentOf("30"))).hasStatus(HttpStatus.NOT_FOUND);
	}

	private static String target(MvcTestResult started) {
		return started.getResponse().getRedirectedUrl();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					until=2027-05-30 | Remplissez ce champ
					from=demain&until=2027-05-30&rhythm=LAST&weekdays=MONDAY&periods=MORNING&rooms=1 | Écrivez une date
					from=2027-01-03&until=2027-05-30&rhythm=LAST | Ce jour est passé
					from=2027-05-04&until=2027-05-03&rhythm=LAST | Le dernier jour est avant le premier
					from=2027-05-04&until=2028-05-05&rhythm=LAST | La période est trop longue
					from=2027-05-04&until=2027-06-04&rhythm=LAST | au moins un jour de la semaine
					from=2027-05-04&until=2027-05-05&rhythm=LAST&weekdays=MONDAY&periods=MORNING&rooms=1 | Aucune demi-journée ne correspond
					from=2027-05-04&until=2027-06-04&rhythm=PARFOIS&weekdays=MONDAY&periods=MORNING&rooms=1 | Cette réponse n’a pas la forme attendue
					from=2027-05-04&until=2027-06-04&rhythm=LAST&weekdays=MONDAY&periods=MORNING&rooms=3 | Ce lieu n’a pas autant de cabinets
					from=2027-05-04&until=2027-06-04&rhythm=LAST&weekdays=MONDAY&periods=MORNING&rooms=1&morningEnd=08:00 | Ces horaires se croisent
					""")
	void says_what_is_wrong_before_and_when_saving(String query, String sentence) {
		page(get("/apercu?" + query)).isSound().says("Créer un rythme", sentence);
		page(post("?" + query)).isSound().says("Créer un rythme", sentence);
		assertThat(this.slots.at(this.site.getId(), LocalDate.of(2027, 1, 1), LocalDate.of(2030, 1, 1))).isEmpty();
	}

	@Test
	void a_site_that_is_not_open_or_not_theirs_opens_nothing() throws Exception {
		var pattern = open();
		this.siteService.suspend(this.site.getId(), null);
		page(post("?" + MAY)).isSound().says("Ce lieu ne reçoit pas en ce moment");
		page(get("")).isSound().says("Ce lieu n’est pas ouvert");
		// it may still be ended
		page(get(pattern + "/fin?from=2027-05-10")).isSound();
		this.site = this.scenario.openSite("Maison du Vigan", Scenario.LE_VIGAN);
		for (var path : List.of("", "/nouveau", "/apercu?" + MAY, pattern, pattern + "/modifier", pattern + "/fin")) {
			assertThat(get(path)).hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(post("?" + MAY)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void the_list_asks_as_many_queries_for_many_patterns_as_for_one() throws Exception {
		open();
		int one = QueryCount.of(() -> get(""));
		for (var room : List.of("&weekdays=TUESDAY", "&weekdays=FRIDAY", "&weekdays=WEDNESDAY")) {
			var asked = MAY.replace("&weekdays=MONDAY&weekdays=THURSDAY", room);
			post("?" + asked + "&seen=" + seen(get("/apercu?" + asked)));
		}
		page(get("")).says("mercredi");
		assertThat(QueryCount.of(() -> get(""))).isEqualTo(one);
	}

}
