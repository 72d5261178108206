package fr.medecinproche.appointment.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

import fr.medecinproche.account.Role;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static fr.medecinproche.testing.Scenario.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@ApplicationTest
class DoctorPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private ConsultationSite marciac;

	@BeforeEach
	void aDoctor() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC, 2);
	}

	private MvcTestResult see(String address) {
		return see(this.doctor, address);
	}

	private MvcTestResult see(Volunteer volunteer, String address) {
		return this.mvc.get()
			.uri(address)
			.with(People.signedIn(volunteer.getAccount().id(), Role.VOLUNTEER))
			.exchange();
	}

	private MvcTestResult giveBack(Volunteer volunteer, HalfDaySlot slot) {
		return this.mvc.post()
			.uri("/medecin/creneaux/{id}/engagement", slot.getId())
			.param("_method", "delete")
			.with(People.signedIn(volunteer.getAccount().id(), Role.VOLUNTEER))
			.with(csrf())
			.exchange();
	}

	private HalfDaySlot morningWithTwoPatients() {
		var slot = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		this.scenario.appointment(slot, LocalTime.of(9, 20), patient("Jeanne", "Lacoste"));
		this.scenario.appointment(slot, LocalTime.of(9, 0), patient("Marcel", "Dupuy"));
		return slot;
	}

	@Test
	void home_says_what_is_left_what_comes_next_and_what_is_near() {
		morningWithTwoPatients();
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY.plusDays(1)));
		this.scenario.halfDay(this.marciac, HalfDay.afternoonOf(TUESDAY.plusDays(1)));
		this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY.plusDays(2)));
		page(see("/medecin")).isSound()
			.says("Bonjour Dr Aline Roux", "Il vous reste 3 demi-journées en janvier 2027.",
					"Il vous reste 4 demi-journées en février 2027.", "mardi 12 janvier 2027, matin",
					"2 patients inscrits", "mercredi 13 janvier 2027", "Prendre la journée")
			.doesNotSay("jeudi 14 janvier 2027");
	}

	@Test
	void home_of_a_doctor_without_anything_is_sound_too() {
		page(see("/medecin")).isSound().says("pas encore de demi-journée à venir", "Rien à prendre");
		page(see("/medecin?lang=en")).isSound().says("You have 4 half-days left in January 2027.");
	}

	@Test
	void home_of_a_candidate_says_where_the_file_stands_and_what_happens_next() {
		var candidate = this.scenario.candidate("Paul", "Vidal");
		assertThat(see(candidate, "/medecin")).hasRedirectedUrl("/medecin/dossier");
		page(see(candidate, "/medecin/dossier")).isSound()
			.says("Demande déposée", "C’est à l’agence d’agir", "Et maintenant ?", "lundi 4 janvier 2027");
		this.scenario.refuse(candidate, "Inscription à l’Ordre non retrouvée.", this.scenario.agent().id());
		page(see(candidate, "/medecin/dossier")).isSound()
			.says("n’a pas été acceptée", "Inscription à l’Ordre non retrouvée.")
			.doesNotSay("C’est à l’agence");
	}

	@Test
	void agenda_shows_only_ones_own_half_days_of_the_month_with_their_patients() {
		morningWithTwoPatients();
		var colleague = this.scenario.volunteer("Luc", "Bosc");
		this.scenario.taken(colleague, this.marciac, HalfDay.afternoonOf(TUESDAY.plusDays(1)));
		page(see("/medecin/agenda?mois=2027-01")).isSound()
			.says("mardi 12 janvier 2027", "2 patients inscrits", "Il vous reste 3 demi-journées en janvier 2027.")
			.doesNotSay("mercredi 13", "Lacoste");
		page(see("/medecin/agenda?mois=2027-02")).isSound().says("Vous n’avez aucune demi-journée en février 2027.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2027-99", "x", "-999999999-01", "+999999999-12", "%00", "1850-01" })
	void a_month_that_makes_no_sense_is_the_present_one(String month) {
		var agenda = see("/medecin/agenda?mois=" + month);
		assertThat(agenda).hasStatusOk();
		page(agenda).says("janvier 2027");
	}

	@Test
	void the_sheet_of_a_half_day_lists_its_patients_by_time_and_how_to_arrive() {
		var slot = morningWithTwoPatients();
		var sheet = see("/medecin/agenda/" + slot.getId());
		page(sheet).isSound()
			.says("mardi 12 janvier 2027, matin", "Matin, 9 h – 12 h 30", "9 h 20", "Jeanne Lacoste",
					"année de naissance : 1941", "Consultation (20 min)", "Sans médecin traitant", "06 39 98 00 02",
					"1 place de la Mairie", "La clé est à la mairie.", "Au fond de la cour.", "01 99 00 12 34")
			.doesNotSay("patient@essai.example", "8 mai");
		assertThat(sheet).bodyText().containsSubsequence("Marcel Dupuy", "Jeanne Lacoste");
		assertThat(sheet).bodyText().doesNotContain("<title>Jeanne");
	}

	@Test
	void somebody_elses_half_day_is_not_found() {
		var slot = morningWithTwoPatients();
		var colleague = this.scenario.volunteer("Luc", "Bosc");
		var open = this.scenario.halfDay(this.marciac, HalfDay.afternoonOf(TUESDAY));
		assertThat(see(colleague, "/medecin/agenda/" + slot.getId())).hasStatus(404);
		assertThat(see(colleague, "/medecin/agenda/" + slot.getId() + "/desistement")).hasStatus(404);
		assertThat(see("/medecin/agenda/" + open.getId())).hasStatus(404);
		assertThat(see("/medecin/agenda/999999")).hasStatus(404);
		assertThat(see("/medecin/agenda/abc")).hasStatus(404);
	}

	@Test
	void nothing_is_given_back_before_the_doctor_has_seen_whom_it_touches() {
		var slot = morningWithTwoPatients();
		var preview = "/medecin/creneaux/" + slot.getId() + "/absence";
		assertThat(giveBack(this.doctor, slot)).hasRedirectedUrl(preview);
		page(see(preview)).isSound().says("2 patients");
		assertThat(this.jdbc.sql("select status from half_day_slot").query(String.class).list())
			.containsExactly("TAKEN");
		assertThat(this.jdbc.sql("select status from appointment").query(String.class).list()).containsExactly("BOOKED",
				"BOOKED");
	}

	@Test
	void what_is_somebody_elses_is_not_found_and_what_has_begun_is_not_given_back() {
		var slot = morningWithTwoPatients();
		assertThat(giveBack(this.scenario.volunteer("Luc", "Bosc"), slot)).hasStatus(404);
		this.clock.set(LocalDateTime.of(TUESDAY, LocalTime.of(9, 0)));
		giveBack(this.doctor, slot);
		assertThat(this.jdbc.sql("select status from half_day_slot").query(String.class).list())
			.containsExactly("TAKEN");
		page(see("/medecin/agenda")).hasNo("a[href$=desistement]");
	}

	@Test
	void the_agenda_and_the_sheet_ask_no_more_for_many_than_for_one() {
		var slot = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		this.scenario.appointment(slot, LocalTime.of(9, 0), patient("Marcel", "Dupuy"));
		int agenda = QueryCount.of(() -> see("/medecin/agenda"));
		int sheet = QueryCount.of(() -> see("/medecin/agenda/" + slot.getId()));
		this.scenario.appointment(slot, LocalTime.of(9, 20), patient("Jeanne", "Lacoste"));
		this.scenario.taken(this.doctor, this.marciac, HalfDay.afternoonOf(TUESDAY));
		var leVigan = this.scenario.openSite("Maison de santé du Vigan", Scenario.LE_VIGAN);
		this.scenario.taken(this.doctor, leVigan, HalfDay.morningOf(TUESDAY.plusDays(1)));
		assertThat(agenda).isPositive();
		assertThat(QueryCount.of(() -> see("/medecin/agenda"))).isEqualTo(agenda);
		assertThat(QueryCount.of(() -> see("/medecin/agenda/" + slot.getId()))).isEqualTo(sheet);
	}

	@Test
	void months_gone_by_can_be_seen() {
		morningWithTwoPatients();
		this.clock.set(LocalDate.of(2027, 6, 1).atTime(8, 0));
		page(see("/medecin/agenda?mois=2027-01")).isSound().says("mardi 12 janvier 2027").doesNotSay("Il vous reste");
	}

}
