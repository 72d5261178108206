package fr.medecinproche.appointment.web;

import java.util.Set;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.BookingRules;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.Preferences;
import fr.medecinproche.volunteer.SpokenLanguage;
import fr.medecinproche.volunteer.VolunteerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Around Plaisance: its own centre, on Wednesday afternoon with a doctor who says
 * nothing, and Marciac thirteen kilometres away, on Tuesday morning with a doctor who
 * speaks English and becomes a "médecin traitant".
 */
@ApplicationTest
class SearchFilterPagesTests {

	private static final String NEAR = "Centre de santé de Plaisance";

	private static final String FAR = "Maison de santé de Marciac";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	SiteService sites;

	@Autowired
	VolunteerService volunteers;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private ConsultationSite marciac;

	@BeforeEach
	void twoSites() {
		this.database.clean();
		var plaisance = open(NEAR, Scenario.PLAISANCE);
		this.marciac = open(FAR, Scenario.MARCIAC);
		this.jdbc.sql("update consultation_site set step_free = false where id = ?").param(plaisance.getId()).update();
		var roux = this.scenario.volunteer("Aline", "Roux");
		this.volunteers.prefer(roux.getId(), new Preferences(true, Set.of(SpokenLanguage.ENGLISH)));
		this.scenario.taken(roux, this.marciac, HalfDay.morningOf(TUESDAY));
		this.scenario.taken(this.scenario.volunteer("Hugo", "Bonnet"), plaisance,
				HalfDay.afternoonOf(TUESDAY.plusDays(1)));
	}

	private ConsultationSite open(String nom, String insee) {
		var site = this.scenario.openSite(nom, insee);
		this.sites.bookBy(site.getId(), null, BookingRules.NOTHING_KEPT);
		return site;
	}

	private PageAssertions search(String query) {
		var result = this.mvc.get().uri("/recherche?commune=32319" + query).exchange();
		assertThat(result).hasStatusOk();
		return page(result).isSound();
	}

	@Test
	void without_filters_all_is_found_and_the_filters_stay_folded() {
		search("").says("2 lieux à moins de 60 km", NEAR, FAR).hasNo("details[open]").hasNo(".drop");
	}

	@ParameterizedTest
	@CsvSource({ "&rayon=10, Centre, 10 km", "&accessible=true, Marciac, Accessible en fauteuil roulant",
			"&traitant=true, Marciac, Le médecin accepte de devenir médecin traitant",
			"&anglais=true, Marciac, Le médecin parle anglais", "&moment=MORNING, Marciac, Le matin",
			"&moment=AFTERNOON, Centre, L’après-midi", "&du=2027-01-13, Centre, À partir du 13 janvier 2027",
			"&au=2027-01-12, Marciac, Jusqu’au 12 janvier 2027", "&du=2027-01-12&au=2027-01-12, Marciac, Jusqu’au" })
	void each_filter_leaves_what_suits_and_says_so(String query, String left, String said) {
		var found = search(query).says("Un lieu à moins de", said, "enlever ce filtre")
			.has("details[open] #rayon")
			.has("a.drop[href^=/recherche?communeCode=32319]");
		found.says(left.equals("Centre") ? NEAR : FAR).doesNotSay(left.equals("Centre") ? FAR : NEAR);
	}

	@ParameterizedTest
	@ValueSource(strings = { "&rayon=5000", "&rayon=-1", "&rayon=abc", "&rayon=", "&moment=MINUIT", "&moment=",
			"&accessible=peut-être", "&traitant=", "&tri=AU_HASARD", "&motif=X", "&medecinTraitant=BOF", "&du=", "&au=",
			"&anglais=%3Cscript%3E", "&rayon=99999999999999999999" })
	void a_filter_that_makes_no_sense_is_left_open(String query) {
		search(query).says("2 lieux à moins de 60 km", NEAR, FAR).hasNo(".fr-message--error");
	}

	@ParameterizedTest
	@CsvSource({ "&du=2027-01-03, du, Cette date est passée", "&au=2026-12-31, au, Cette date est passée",
			"&du=2027-02-02&au=2027-02-01, au, Cette date vient avant la première",
			"&du=2027-02-30, du, Écrivez une date", "&au=demain, au, Écrivez une date" })
	void a_wrong_day_is_said_at_its_field_and_the_rest_is_kept(String query, String field, String said) {
		search(query + "&anglais=true").has("#" + field + "-messages .fr-message--error")
			.has("details[open] #anglais[checked]")
			.has("input[name=commune][value^=Plaisance]")
			.says(said)
			.hasNo("article");
		assertThat(this.mvc.get().uri("/recherche?commune=32319" + query)).bodyText().contains("Erreur");
	}

	@Test
	void when_filters_leave_nothing_the_page_says_which_one_to_drop() {
		search("&anglais=true&moment=AFTERNOON")
			.says("Aucun horaire ne répond à tous vos souhaits", "En renonçant à un seul",
					"Chercher sans : Le médecin parle anglais", "Chercher sans : L’après-midi",
					"Chercher sans aucun filtre", "Appelez le 15", "pharmacien")
			.has("section a[href='/recherche?communeCode=32319&motif=CONSULTATION&moment=AFTERNOON']")
			.has("section a[href='/recherche?communeCode=32319&motif=CONSULTATION&anglais=true']")
			.has("section a[href='/recherche?communeCode=32319&motif=CONSULTATION']")
			.has("a[href='/alertes?commune=32319']")
			.hasNo("article");
		search("&anglais=true&moment=AFTERNOON&du=2027-02-01").says("Il faut renoncer à plusieurs");
	}

	@Test
	void the_soonest_time_of_all_is_held_by_one_click_and_the_order_may_be_changed() {
		search("").says("Le plus tôt : mardi 12 janvier, 9 h, à Marciac (", "Classer au plus tôt")
			.has(".soonest form[action=/rendez-vous/reservations] input[name=startsAt][value=2027-01-12T08:00:00Z]")
			.has("article:first-of-type h2:contains(Plaisance)");
		search("&tri=SOONEST&anglais=").says("Au plus tôt d’abord")
			.has("article:first-of-type h2:contains(Marciac)")
			.has("a[href='/recherche?communeCode=32319&motif=CONSULTATION']")
			.has("input[type=hidden][name=tri][value=SOONEST]");
		search("&moment=AFTERNOON").says("Le plus tôt : mercredi 13 janvier, 14 h, à Plaisance (");
		var held = this.mvc.post()
			.uri("/rendez-vous/reservations")
			.with(Genuine.form())
			.param("slot",
					this.jdbc.sql("select id from half_day_slot where site_id = ?")
						.param(this.marciac.getId())
						.query(String.class)
						.single())
			.param("startsAt", "2027-01-12T08:00:00Z")
			.exchange();
		assertThat(held).hasStatus3xxRedirection();
		search("").says("Le plus tôt : mardi 12 janvier, 9 h 20, à Marciac (");
	}

	@Test
	void sites_without_a_free_time_come_last_when_the_soonest_come_first() {
		open("Lieu sans médecin", Scenario.PLAISANCE);
		search("&tri=SOONEST").has("article:last-of-type h2:contains(Lieu sans médecin)");
	}

	@Test
	void times_kept_for_people_without_a_regular_doctor_are_theirs_and_marked() {
		this.sites.bookBy(this.marciac.getId(), null, BookingRules.USUAL);
		search("&anglais=true").says("Avez-vous un médecin traitant ?", "Le plus tôt : mardi 12 janvier, 9 h 40")
			.doesNotSay("Pour les personnes sans");
		search("&anglais=true&medecinTraitant=YES").says("Le plus tôt : mardi 12 janvier, 9 h 40")
			.doesNotSay("Pour les personnes sans");
		for (var answer : new String[] { "NO", "UNREACHABLE" }) {
			search("&anglais=true&medecinTraitant=" + answer)
				.says("Le plus tôt : mardi 12 janvier, 9 h,", "Pour les personnes sans médecin traitant",
						"Pour tout le monde")
				.has("option[value=" + answer + "][selected]")
				.has(".kept + .times input[name=medecinTraitant][value=" + answer + "]")
				.has("a[href*='medecinTraitant=" + answer + "']");
		}
		page(this.mvc.get().uri("/lieux/{slug}?medecinTraitant=NO", this.marciac.getSlug()).exchange()).isSound()
			.says("Pour les personnes sans médecin traitant");
	}

	@Test
	void when_nothing_is_free_the_page_says_what_else_there_is() {
		this.jdbc.sql("update half_day_slot set status = 'OPEN', volunteer_id = null, rank = null, taken_at = null")
			.update();
		search("")
			.says("Rien de libre pour le moment", "Prévenez-moi", "Appelez le 15", "pharmacien",
					"Appelez l’un des lieux")
			.has("a[href='/alertes?commune=32319']")
			.hasNo(".soonest");
		page(this.mvc.get().uri("/lieux/{slug}", this.marciac.getSlug()).exchange()).isSound()
			.says("Rien de libre pour le moment", "Appelez le 15", "pharmacien", "Appelez le 01 99 00 12 34")
			.has("a[href='/alertes?commune=32233']");
		page(this.mvc.get().uri("/recherche?communeCode=30350").exchange()).isSound()
			.says("Aucun lieu de consultation à moins de 60 km de Le Vigan", "Que faire en attendant")
			.has("a[href='/alertes?commune=30350']");
	}

	@Test
	void the_search_asks_as_often_whatever_the_filters_and_the_rows() {
		var few = QueryCount.of(() -> search(""));
		for (int n = 0; n < 14; n++) {
			var site = open("Lieu " + n, (n % 2 == 0) ? Scenario.PLAISANCE : Scenario.MARCIAC);
			this.scenario.taken(this.scenario.volunteer("Luc", "Bosc-" + n), site, HalfDay.afternoonOf(TUESDAY));
		}
		assertThat(QueryCount.of(() -> search("&tri=SOONEST&page=1").says("16 lieux"))).isEqualTo(few);
		assertThat(QueryCount.of(() -> search("&anglais=true&moment=MORNING&du=2027-01-10"))).isEqualTo(few);
		assertThat(QueryCount.of(() -> search("&anglais=true&moment=AFTERNOON"))).isLessThanOrEqualTo(few);
	}

	@Test
	void the_map_numbers_the_sites_as_the_list_does_and_hides_none() {
		open("Autre lieu de Plaisance", Scenario.PLAISANCE);
		var html = this.mvc.get().uri("/recherche?commune=32319").exchange();
		page(html).isSound()
			.has("svg[role=group][aria-label*=Plaisance] path.map__zone")
			.has("a.map__pin[href='#place-" + this.marciac.getId() + "'][aria-label='3. " + FAR + "']")
			.has("a.map__pin[aria-label^='1. '] text:contains(1)");
		var pins = org.jsoup.Jsoup.parse(bodyOf(html)).select("a.map__pin circle");
		assertThat(pins).hasSize(3);
		assertThat(pins.stream().map((pin) -> pin.attr("cx") + " " + pin.attr("cy"))).doesNotHaveDuplicates();
	}

	private static String bodyOf(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new AssertionError(ex);
		}
	}

}
