package fr.medecinproche.appointment.web;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class BookingPagesTests {

	private static final String NINE_TWENTY = "2027-01-12T08:20:00Z";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private ConsultationSite marciac;

	private Volunteer doctor;

	private HalfDaySlot morning;

	@BeforeEach
	void aMorningWithADoctor() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
	}

	private MvcTestResult choose(String startsAt) {
		return this.mvc.post()
			.uri("/rendez-vous/reservations")
			.with(Genuine.form())
			.param("slot", String.valueOf(this.morning.getId()))
			.param("startsAt", startsAt)
			.exchange();
	}

	private String hold() {
		return parameter(choose(NINE_TWENTY), "reservation");
	}

	private static String parameter(MvcTestResult result, String name) {
		return UriComponentsBuilder.fromUriString(target(result)).build().getQueryParams().getFirst(name);
	}

	private static String target(MvcTestResult result) {
		assertThat(result).hasStatus3xxRedirection();
		return String.valueOf(result.getResponse().getRedirectedUrl());
	}

	/** Jeanne Daste's answers; a pair replaces one of them. */
	private MockMvcRequestBuilder answers(String reservation, String... replaced) {
		var answers = new HashMap<>(
				Map.of("whom", "SELF", "givenName", "Jeanne", "familyName", "Daste", "birthDate", "8/5/1941", "phone",
						"05 99 00 00 01", "email", "", "commune", "32160 Plaisance", "regularDoctor", "NO"));
		for (int i = 0; i < replaced.length; i += 2) {
			answers.put(replaced[i], replaced[i + 1]);
		}
		var request = this.mvc.post().uri("/rendez-vous?reservation={secret}", reservation).with(Genuine.form());
		answers.forEach(request::param);
		return request;
	}

	private long booked() {
		return this.jdbc.sql("select count(*) from appointment where status = 'BOOKED'").query(Long.class).single();
	}

	private MvcTestResult get(String uri, Object... values) {
		return this.mvc.get().uri(uri, values).exchange();
	}

	@Test
	void a_patient_books_with_a_landline_and_reads_when_and_where() {
		var reservation = hold();
		var form = get("/rendez-vous/nouveau?reservation={secret}", reservation);
		assertThat(form).hasStatusOk().hasHeader("Referrer-Policy", "no-referrer").hasHeader("X-Robots-Tag", "noindex");
		page(form).isSound()
			.says("mardi 12 janvier 2027 à 9 h 20", "Maison de santé de Marciac, Marciac", "Dr Aline Roux",
					"jusqu’à 8 h 10", "Confirmer le rendez-vous de mardi 9 h 20",
					"Cette personne a-t-elle un médecin traitant")
			.has("[data-hold-seconds=600]")
			.has("input[name=givenName][autocomplete=given-name]");
		var confirmed = answers(reservation).exchange();
		Genuine.assertNoSession(confirmed);
		page(get(target(confirmed))).isSound()
			.says("Votre rendez-vous est confirmé", "mardi 12 janvier 2027", "9 h 20", "Pour Jeanne Daste",
					"carte Vitale", "Avec Dr Aline Roux", "Votre code")
			.doesNotSay("1941", "05 99");
		assertThat(this.jdbc.sql("select phone || given_name || commune from appointment").query(String.class).single())
			.isEqualTo("+33599000001Jeanne32319");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			whom          |              | Dites pour qui est le rendez-vous
			whom          | VOISIN       | Cette réponse n’a pas la forme attendue
			givenName     |              | Écrivez le prénom
			familyName    | 123          | Écrivez un nom avec des lettres
			birthDate     | 31/02/1941   | Cette date n’existe pas
			birthDate     | 05/01/2027   | Vérifiez l’année
			birthDate     | 03/01/1890   | Vérifiez l’année
			phone         |              | Donnez un téléphone ou une adresse e-mail
			phone         | 12           | Ce numéro n’est pas complet
			email         | jeanne@      | Cette adresse n’est pas complète
			commune       | Xqzwkj       | Nous ne connaissons pas de commune de ce nom
			commune       | Plaisance    | Plusieurs communes
			regularDoctor |              | Répondez à cette question
			""")
	void a_wrong_answer_is_said_where_it_is_and_the_others_are_kept(String field, String typed, String said) {
		var answer = answers(hold(), field, (typed != null) ? typed : "").exchange();
		assertThat(answer).hasStatusOk();
		page(answer).isSound().says(said, "Le formulaire contient des erreurs").has(".fr-alert--error");
		if (!field.equals("familyName")) {
			page(answer).has("input[name=familyName][value=Daste]");
		}
		assertThat(booked()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "phone, +44 20 7946 0958", "email, jeanne.daste@essai.example", "commune, aignan",
			"regularDoctor, UNREACHABLE", "whom, RELATIVE", "givenName, Marie-Thérèse d’Arc", "familyName, Nguyễn" })
	void answers_of_all_sorts_are_understood(String field, String typed) {
		assertThat(answers(hold(), field, typed).exchange()).hasStatus3xxRedirection();
		assertThat(booked()).isEqualTo(1);
	}

	@Test
	void names_are_shown_as_they_are_typed_and_never_run() {
		var answer = answers(hold(), "givenName", "<img src=x onerror=alert(1)>", "familyName", "A\u0000\u202eB")
			.exchange();
		page(get(target(answer))).isSound().says("Pour <img src=x onerror=alert(1)> A B").hasNo("main img");
	}

	@ParameterizedTest
	@ValueSource(strings = { "whom", "givenName", "familyName", "birthDate", "phone", "email", "commune", "communeCode",
			"regularDoctor" })
	void endless_and_odd_texts_are_refused_kindly(String field) {
		var reservation = hold();
		assertThat(answers(reservation, field, "é".repeat(5000)).exchange().getResponse().getStatus()).isLessThan(400);
		assertThat(answers(reservation, field, "\u0000'\"<>").exchange().getResponse().getStatus()).isLessThan(400);
	}

	@Test
	void pressing_twice_or_in_two_windows_books_once() {
		var reservation = hold();
		var first = answers(reservation).exchange();
		var second = answers(reservation).exchange();
		var third = answers(reservation, "givenName", "").exchange();
		for (var answer : new MvcTestResult[] { first, second, third }) {
			page(get(target(answer))).says("Votre rendez-vous est confirmé", "Jeanne Daste");
		}
		assertThat(booked()).isEqualTo(1);
		page(get("/rendez-vous/nouveau?reservation={secret}", reservation)).isSound()
			.says("Ce rendez-vous est déjà confirmé")
			.has("form[action^='/rendez-vous?reservation=']");
	}

	@Test
	void a_time_somebody_else_holds_leads_back_to_the_other_times() {
		hold();
		var refused = choose(NINE_TWENTY);
		Genuine.assertNoSession(refused);
		page(get(target(refused))).isSound()
			.says("Cet horaire vient d’être choisi par une autre personne", "9 h 40")
			.hasNo("input[value='" + NINE_TWENTY + "']");
	}

	@Test
	void a_hold_that_ended_still_books_while_the_time_is_free() {
		var reservation = hold();
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 30));
		page(get("/rendez-vous/nouveau?reservation={secret}", reservation)).isSound()
			.says("Nous ne gardons plus cet horaire");
		assertThat(answers(reservation).exchange()).hasStatus3xxRedirection();
		assertThat(booked()).isEqualTo(1);
	}

	@Test
	void a_hold_that_ended_and_whose_time_is_taken_leads_to_the_other_times() {
		var reservation = hold();
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 30));
		this.scenario.appointment(this.morning, LocalTime.of(9, 20), Scenario.patient("Luc", "Cazaux"));
		page(get(target(answers(reservation).exchange()))).isSound()
			.says("Le délai de dix minutes est dépassé", "9 h 40");
		assertThat(booked()).isEqualTo(1);
	}

	@Test
	void a_doctor_who_gives_back_the_half_day_meanwhile_is_told() {
		var reservation = hold();
		this.scheduling.giveBack(this.doctor.getId(), this.morning.getId());
		page(get(target(answers(reservation).exchange()))).isSound().says("Cet horaire n’est plus proposé");
	}

	@Test
	void giving_up_frees_the_time_at_once() {
		var reservation = hold();
		var released = this.mvc.post()
			.uri("/rendez-vous/reservations")
			.with(Genuine.form())
			.param("_method", "delete")
			.param("reservation", reservation)
			.exchange();
		page(get(target(released))).isSound().has("input[value='" + NINE_TWENTY + "']");
		assertThat(choose(NINE_TWENTY)).hasStatus3xxRedirection();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2027-01-12T06:00:00Z", "2027-01-12T11:30:00Z", "+1000000000-12-31T23:59:59Z",
			"-1000000000-01-01T00:00:00Z", "hier", "" })
	void a_tampered_time_is_refused(String startsAt) {
		assertThat(choose(startsAt)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void tampered_half_days_kinds_and_secrets_are_refused() {
		for (var slot : new String[] { "0", "-1", "99999999999999999999", "x" }) {
			assertThat(this.mvc.post()
				.uri("/rendez-vous/reservations")
				.with(Genuine.form())
				.param("slot", slot)
				.param("startsAt", NINE_TWENTY)
				.exchange()).hasStatus(HttpStatus.BAD_REQUEST);
		}
		assertThat(get("/rendez-vous/nouveau")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(get("/rendez-vous/nouveau?reservation=devine")).hasStatus(HttpStatus.GONE);
		assertThat(answers("devine").exchange()).hasStatus(HttpStatus.GONE);
	}

	@Test
	void forged_forms_are_refused() {
		assertThat(this.mvc.post()
			.uri("/rendez-vous/reservations")
			.param("slot", String.valueOf(this.morning.getId()))
			.param("startsAt", NINE_TWENTY)
			.exchange()).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.post().uri("/rendez-vous?reservation=x").exchange()).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.post().uri("/rendez-vous/x/annulation").exchange()).hasStatus(HttpStatus.FORBIDDEN);
	}

}
