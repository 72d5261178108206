package fr.medecinproche.site.web;

import java.util.Map;

import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.HowToCome;
import fr.medecinproche.site.SiteStatus;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.web.Flash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class SitePagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	ConsultationSites sites;

	@BeforeEach
	void clean() {
		this.database.clean();
		// who acts is noted in the journal
		this.scenario.agent();
	}

	@Test
	void lists_the_sites_of_the_perimeter_only() {
		this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC);
		this.scenario.openSite("Maison du Vigan", Scenario.LE_VIGAN);
		list("", People.agent()).isSound().says("2 lieux", "Maison de Marciac", "Maison du Vigan");
		list("", People.agentOf("32")).isSound().says("Un lieu", "Maison de Marciac").doesNotSay("Maison du Vigan");
		list("?departement=30", People.admin()).says("Maison du Vigan").doesNotSay("Maison de Marciac");
		list("?statut=PREPARING", People.agent()).says("Aucun lieu ne correspond");
		list("?statut=x&zone=&departement=", People.agent()).says("2 lieux");
	}

	@Test
	void lists_twenty_sites_with_as_many_queries_as_one() {
		this.scenario.openSite("Maison 0", Scenario.MARCIAC);
		int one = QueryCount.of(() -> list("", People.agent()));
		for (int n = 1; n < 20; n++) {
			this.scenario.openSite("Maison " + n, Scenario.PLAISANCE);
		}
		assertThat(QueryCount.of(() -> list("", People.agent()).says("20 lieux"))).isEqualTo(one);
	}

	@Test
	void creates_a_site_in_preparation_in_the_middle_of_its_commune() {
		var form = filled(Map.of("commune", "Marciac", "equipment", "ECG", "stepFree", "true"));
		var result = post("/ars/lieux/nouveau", form, People.agentOf("32"));
		assertThat(flash(result).key()).isEqualTo("site.form.created");
		var site = this.sites.findById(1, null).orElseThrow();
		assertThat(result).hasRedirectedUrl("/ars/lieux/1");
		assertThat(site.getStatus()).isEqualTo(SiteStatus.PREPARING);
		assertThat(site.getCommune().getInsee()).isEqualTo(Scenario.MARCIAC);
		assertThat(site.getPosition()).isEqualTo(site.getCommune().getPosition());
		assertThat(site.getEquipment()).hasToString("[ECG]");
		assertThat(site.isStepFree()).isTrue();
		assertThat(site.hasSecretary()).isFalse();
		assertThat(site.getPhone().e164()).isEqualTo("+33199001234");
	}

	@Test
	void says_how_to_come_and_keeps_it_when_the_form_comes_back() {
		var come = Map.of("accessNotes", "Porte bleue", "parking", "Parking de l’église", "publicTransport",
				"Bus 934, arrêt Mairie", "patientNotes", "  ");
		post("/ars/lieux/nouveau", filled(come), People.agentOf("32"));
		var site = this.sites.findById(1, null).orElseThrow();
		assertThat(site.getHowToCome())
			.isEqualTo(new HowToCome("Porte bleue", "Parking de l’église", "Bus 934, arrêt Mairie", null));
		page(this.mvc.get().uri("/ars/lieux/1").with(People.agent()).exchange()).isSound()
			.says("Parking de l’église", "Bus 934, arrêt Mairie");
		page(this.mvc.get().uri("/ars/lieux/1/modifier").with(People.agent()).exchange()).isSound()
			.has("textarea[name=parking]:contains(Parking de l’église)")
			.has("textarea[name=publicTransport]:contains(Bus 934)");
		page(post("/ars/lieux/nouveau", filled(Map.of("parking", "x".repeat(601))), People.agent())).isSound()
			.says("Écrivez entre 0 et 600 caractères");
	}

	@Test
	void an_empty_form_says_what_is_missing() {
		var result = post("/ars/lieux/nouveau", new LinkedMultiValueMap<>(), People.agent());
		assertThat(result).hasStatusOk();
		page(result).isSound()
			.says("Le formulaire contient des erreurs", "Remplissez ce champ", "Indiquez une commune");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			commune | Toulouse | Cette commune n’est dans aucune zone prioritaire
			commune | Le Vigan (Gard) | Cette commune n’est pas dans votre département
			commune | Plaisance | Plusieurs communes
			rooms | trois | Écrivez un nombre entier
			rooms | 21 | Donnez un nombre d’au plus 20
			postalCode | 3223 | cinq chiffres
			phone | 12 | Ce numéro ne peut pas être appelé
			latitude | nord | Écrivez une latitude
			latitude | NaN | Écrivez une latitude
			morningEnd | 08:00 | Les heures ne se suivent pas
			morningEnd | midi | Cette réponse n’a pas la forme attendue
			kind | PALAIS | Cette réponse n’a pas la forme attendue
			""")
	void says_what_is_wrong_and_keeps_what_was_typed(String field, String typed, String sentence) {
		var result = post("/ars/lieux/nouveau", filled(Map.of(field, typed)), People.agentOf("32"));
		assertThat(result).hasStatusOk();
		page(result).isSound().says(sentence).has("input[name=nom][value=Maison de santé]");
		assertThat(this.sites.existsBySlug("maison-de-sante-marciac")).isFalse();
	}

	@Test
	void a_point_far_from_the_commune_is_a_slip_of_the_finger() {
		var form = filled(Map.of("latitude", "48,85", "longitude", "2,35"));
		page(post("/ars/lieux/nouveau", form, People.agent())).says("Ce point est à plus de 30 km");
	}

	@Test
	void the_second_of_two_agents_chooses_field_by_field_and_loses_nothing() {
		post("/ars/lieux/nouveau", filled(Map.of()), People.agent());
		var edit = "/ars/lieux/1/modifier";
		page(this.mvc.get().uri(edit).with(People.agent()).exchange()).isSound()
			.has("input[name=version][value=" + version(1) + "]")
			.has("input[name=commune][value^=Marciac]");
		var seen = String.valueOf(version(1));
		var first = filled(Map.of("nom", "Nom du premier", "parking", "Sous les platanes", "version", seen));
		assertThat(post(edit, first, People.agent())).hasRedirectedUrl("/ars/lieux/1");
		var second = filled(Map.of("nom", "Nom du second", "software", "Doctiplume", "version", seen));
		page(post(edit, second, People.agent())).isSound()
			.says("Quelqu’un a modifié ce lieu", "agent@essai.example, le lundi 4 janvier 2027",
					"Avant : Maison de santé", "Ma réponse : Nom du second", "L’autre réponse : Nom du premier",
					"Stationnement : rien devient Sous les platanes")
			.has("input[name=nom][value=Nom du second]")
			.has("input[name=software][value=Doctiplume]")
			.has("textarea[name=parking]:contains(Sous les platanes)")
			.has("input[type=radio][name=choix.nom][value=autre]")
			.hasNo("input[name=choix.software]")
			.has("input[name=version][value=" + version(1) + "]");
		assertThat(nom()).isEqualTo("Nom du premier");
		var chosen = filled(Map.of("nom", "Nom du second", "software", "Doctiplume", "parking", "Sous les platanes",
				"choix.nom", "autre", "version", String.valueOf(version(1))));
		assertThat(post(edit, chosen, People.agent())).hasRedirectedUrl("/ars/lieux/1");
		var site = this.sites.findById(1, null).orElseThrow();
		assertThat(site.getNom()).isEqualTo("Nom du premier");
		assertThat(site.getSoftware()).isEqualTo("Doctiplume");
		assertThat(site.getHowToCome().parking()).isEqualTo("Sous les platanes");
	}

	@Test
	void a_site_that_moved_on_meanwhile_is_still_described() {
		var id = this.scenario.openSite("Maison", Scenario.MARCIAC).getId();
		var form = filled(Map.of("nom", "Nouveau nom", "version", String.valueOf(version(id))));
		act(id, "suspension", People.agent());
		assertThat(post("/ars/lieux/" + id + "/modifier", form, People.agent())).hasRedirectedUrl("/ars/lieux/" + id);
	}

	private String nom() {
		return this.sites.findById(1, null).orElseThrow().getNom();
	}

	@Test
	void opens_suspends_and_closes_for_good() {
		var id = this.scenario.openSite("Maison", Scenario.MARCIAC).getId();
		assertThat(flash(act(id, "suspension", People.agent())).key()).isEqualTo("site.suspended");
		assertThat(status(id)).isEqualTo(SiteStatus.SUSPENDED);
		assertThat(flash(act(id, "suspension", People.agent())).key()).isEqualTo("site.refusal.NOT_OPEN");
		assertThat(flash(act(id, "ouverture", People.agent())).key()).isEqualTo("site.opened");
		assertThat(flash(act(id, "fermeture", People.agent())).key()).isEqualTo("site.closed");
		assertThat(flash(act(id, "ouverture", People.agent())).key()).isEqualTo("site.refusal.CLOSED_FOR_GOOD");
		assertThat(status(id)).isEqualTo(SiteStatus.CLOSED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ouverture", "suspension", "fermeture" })
	void a_site_outside_the_perimeter_is_not_found(String verb) {
		var id = this.scenario.openSite("Maison", Scenario.LE_VIGAN).getId();
		assertThat(act(id, verb, People.agentOf("32"))).hasStatus(HttpStatus.NOT_FOUND);
		var edit = "/ars/lieux/" + id + "/modifier";
		assertThat(this.mvc.get().uri(edit).with(People.agentOf("32"))).hasStatus(HttpStatus.NOT_FOUND);
		var form = filled(Map.of("version", String.valueOf(version(id))));
		assertThat(post(edit, form, People.agentOf("32"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(status(id)).isEqualTo(SiteStatus.OPEN);
	}

	@Test
	void only_the_agency_comes_here() {
		assertThat(this.mvc.get().uri("/ars/lieux").with(People.regulator())).hasStatus(HttpStatus.FORBIDDEN);
	}

	private PageAssertions list(String query, RequestPostProcessor who) {
		return page(this.mvc.get().uri("/ars/lieux" + query).with(who).exchange());
	}

	private MvcTestResult post(String path, MultiValueMap<String, String> form, RequestPostProcessor who) {
		return this.mvc.post().uri(path).with(who).with(csrf()).params(form).exchange();
	}

	private MvcTestResult act(long id, String verb, RequestPostProcessor who) {
		return post("/ars/lieux/" + id + "/" + verb, new LinkedMultiValueMap<>(), who);
	}

	private static Flash flash(MvcTestResult result) {
		return (Flash) result.getMvcResult().getFlashMap().get(Flash.ATTRIBUTE);
	}

	private int version(long id) {
		return this.sites.findById(id, null).orElseThrow().getVersion();
	}

	private SiteStatus status(long id) {
		return this.sites.findById(id, null).orElseThrow().getStatus();
	}

	private static MultiValueMap<String, String> filled(Map<String, String> changes) {
		var form = new LinkedMultiValueMap<String, String>();
		form.setAll(Map.of("nom", "Maison de santé", "kind", "MAISON_DE_SANTE", "address", "1 place", "postalCode",
				"32230", "commune", "Marciac", "rooms", "2", "phone", "01 99 00 12 34"));
		form.setAll(Map.of("morningStart", "09:00", "morningEnd", "12:30", "afternoonStart", "14:00", "afternoonEnd",
				"17:30"));
		form.setAll(changes);
		return form;
	}

}
