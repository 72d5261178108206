package fr.medecinproche.appointment.web;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.BookingRules;
import fr.medecinproche.site.ConsultationHours;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class BookingRulesPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	ConsultationSites sites;

	@Autowired
	CleanDatabase database;

	private ConsultationSite marciac;

	private String address;

	@BeforeEach
	void aSite() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.address = "/ars/lieux/" + this.marciac.getId() + "/reservations";
	}

	private MvcTestResult see(RequestPostProcessor who) {
		return this.mvc.get().uri(this.address).with(who).exchange();
	}

	private MvcTestResult decide(RequestPostProcessor who, String... replaced) {
		var answers = new HashMap<>(Map.of("keptForPriority", "3", "priorityHours", "72", "keptForPhone", "1",
				"phoneHours", "24", "keptForRegulation", "0", "regulationHours", "24", "changeUntilHours", "4"));
		for (int i = 0; i < replaced.length; i += 2) {
			answers.put(replaced[i], replaced[i + 1]);
		}
		var request = this.mvc.post().uri(this.address).with(who).with(Genuine.form());
		answers.forEach(request::param);
		return request.exchange();
	}

	private BookingRules rules() {
		return this.sites.findById(this.marciac.getId(), null).orElseThrow().getBookingRules();
	}

	@Test
	void the_rules_are_said_in_words_and_count_at_once() {
		page(see(People.agent())).isSound().says("Sur les 10 horaires d’une demi-journée", "aucun n’est gardé");
		assertThat(decide(People.agentOf("32"))).hasStatus3xxRedirection().hasRedirectedUrl(this.address);
		assertThat(rules()).isEqualTo(
				new BookingRules((short) 3, (short) 72, (short) 1, (short) 24, (short) 0, (short) 24, (short) 240));
		page(see(People.agent())).isSound()
			.says("3 sont gardés pour les personnes sans médecin traitant, jusqu’à 72 h avant",
					"un est gardé pour les personnes qui appellent le lieu, jusqu’à 24 h avant",
					"aucun n’est gardé pour la régulation téléphonique")
			.has("input[name=keptForPriority][value=3]");
		this.scenario.taken(this.scenario.volunteer("Aline", "Roux"), this.marciac, HalfDay.morningOf(TUESDAY));
		page(this.mvc.get().uri("/lieux/" + this.marciac.getSlug()).exchange()).says("10 h").doesNotSay("9 h 40");
		page(this.mvc.get().uri("/ars/lieux/" + this.marciac.getId()).with(People.agent()).exchange()).isSound()
			.has("a[href='" + this.address + "']");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			keptForPriority  | -1  | Écrivez un nombre entier, de 0 à 6
			keptForPriority  | 7   | Écrivez un nombre entier, de 0 à 6
			keptForPhone     |     | Écrivez un nombre entier, de 0 à 6
			priorityHours    | 337 | Écrivez un nombre entier d’heures, de 0 à 336
			changeUntilHours | 169 | Écrivez un nombre entier d’heures, de 0 à 168
			changeUntilHours |     | Écrivez un nombre d’heures
			keptForPhone     | six | Cette réponse n’a pas la forme attendue
			""")
	void a_wrong_number_is_said_where_it_is(String field, String typed, String said) {
		var answer = decide(People.agent(), field, (typed != null) ? typed : "");
		page(answer).isSound().says(said).has("input[name=phoneHours][value=24]");
		assertThat(rules()).isEqualTo(BookingRules.NOTHING_KEPT);
	}

	@Test
	void no_more_is_kept_than_a_half_day_has() {
		page(decide(People.agent(), "keptForPriority", "6", "keptForPhone", "3", "keptForRegulation", "2")).isSound()
			.says("Vous gardez 11 horaires, mais une demi-journée n’en a que 10");
		assertThat(decide(People.agent(), "keptForPriority", "6", "keptForPhone", "3", "keptForRegulation", "1"))
			.hasStatus3xxRedirection();
	}

	@Test
	void the_shorter_half_day_counts() {
		assertThat(BookingRulesForm.times(new ConsultationHours(LocalTime.of(9, 0), LocalTime.of(12, 0),
				LocalTime.of(14, 0), LocalTime.of(15, 30))))
			.isEqualTo(4);
	}

	@Test
	void another_department_s_agent_and_everybody_else_find_nothing() {
		assertThat(see(People.agentOf("30"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(decide(People.agentOf("30"))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(see(People.regulator()).getResponse().getStatus()).isGreaterThanOrEqualTo(400);
		assertThat(rules()).isEqualTo(BookingRules.NOTHING_KEPT);
	}

}
