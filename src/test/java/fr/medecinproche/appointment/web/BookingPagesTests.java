package fr.medecinproche.appointment.web;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
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
import org.jsoup.Jsoup;
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
		return hold(NINE_TWENTY);
	}

	private String hold(String startsAt) {
		return parameter(choose(startsAt), "reservation");
	}

	private static String parameter(MvcTestResult result, String name) {
		return UriComponentsBuilder.fromUriString(target(result)).build().getQueryParams().getFirst(name);
	}

	private static String target(MvcTestResult result) {
		assertThat(result).hasStatus3xxRedirection();
		return String.valueOf(result.getResponse().getRedirectedUrl());
	}

	private MockMvcRequestBuilder answers(String reservation, String... replaced) {
		var request = this.mvc.post().uri("/rendez-vous?reservation={secret}", reservation).with(Genuine.form());
		typed(replaced).forEach(request::param);
		return request;
	}

	/** Jeanne Daste's answers; a pair replaces one of them. */
	private static Map<String, String> typed(String... replaced) {
		var answers = new HashMap<>(
				Map.of("whom", "SELF", "givenName", "Jeanne", "familyName", "Daste", "birthDate", "8/5/1941", "phone",
						"05 99 00 00 01", "email", "", "commune", "32160 Plaisance", "regularDoctor", "NO"));
		for (int i = 0; i < replaced.length; i += 2) {
			answers.put(replaced[i], replaced[i + 1]);
		}
		return answers;
	}

	private long booked() {
		return this.jdbc.sql("select count(*) from appointment where status = 'BOOKED'").query(Long.class).single();
	}

	private MvcTestResult get(String uri, Object... values) {
		return this.mvc.get().uri(uri, values).exchange();
	}

	@Test
	void the_commune_of_the_search_need_not_be_typed_again() {
		var chosen = this.mvc.post()
			.uri("/rendez-vous/reservations")
			.with(Genuine.form())
			.param("slot", String.valueOf(this.morning.getId()))
			.param("startsAt", NINE_TWENTY)
			.param("commune", Scenario.PLAISANCE)
			.exchange();
		assertThat(parameter(chosen, "commune")).isEqualTo(Scenario.PLAISANCE);
		page(get("/rendez-vous/nouveau?reservation={secret}&commune={code}", parameter(chosen, "reservation"),
				Scenario.PLAISANCE))
			.isSound()
			.has("#commune[value*=Plaisance]");
		page(get("/lieux/{slug}?commune={code}", this.marciac.getSlug(), Scenario.PLAISANCE))
			.has("form[action$='/rendez-vous/reservations'] input[name=commune][value=32319]");
		page(get("/lieux/{slug}?commune={code}", this.marciac.getSlug(), "\"><script>")).hasNo("input[name=commune]");
	}

	@Test
	void what_is_missing_is_listed_in_the_order_of_the_page() throws UnsupportedEncodingException {
		var refused = this.mvc.post().uri("/rendez-vous?reservation={secret}", hold()).with(Genuine.form()).exchange();
		var links = Jsoup.parse(refused.getResponse().getContentAsString()).select(".fr-alert--error li a");
		assertThat(links.eachAttr("href")).containsExactly("#whom", "#givenName", "#familyName", "#birthDate", "#phone",
				"#commune", "#regularDoctor");
	}

	@Test
	void a_patient_books_with_a_landline_and_reads_when_and_where() {
		var reservation = hold();
		var form = get("/rendez-vous/nouveau?reservation={secret}", reservation);
		assertThat(form).hasStatusOk().hasHeader("Referrer-Policy", "no-referrer").hasHeader("X-Robots-Tag", "noindex");
		page(form).isSound()
			.says("mardi 12 janvier 2027 à 9 h 20", "Maison de santé de Marciac, Marciac", "Dr Aline Roux",
					"jusqu’à 8 h 10", "Étape 2 sur 3", "Rien n’est encore réservé",
					"Confirmer le rendez-vous de mardi 9 h 20", "Cette personne a-t-elle un médecin traitant")
			.has("[data-hold-seconds=600]")
			.has("input[name=givenName][autocomplete=given-name]");
		var confirmed = answers(reservation).exchange();
		Genuine.assertNoSession(confirmed);
		page(get(target(confirmed))).isSound()
			.says("Étape 3 sur 3", "C’est confirmé", "Votre rendez-vous est confirmé", "mardi 12 janvier 2027",
					"9 h 20", "Pour Jeanne Daste", "carte Vitale", "Avec Dr Aline Roux", "Votre code")
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
	void a_double_click_on_a_time_is_one_hold() throws Exception {
		var list = Jsoup.parse(get("/lieux/" + this.marciac.getSlug()).getResponse().getContentAsString());
		var key = list.select("form:has(input[value='" + NINE_TWENTY + "']) input[name=cle]").attr("value");
		assertThat(key).hasSize(24);
		assertThat(press(key)).isEqualTo(press(key)).isNotEqualTo(hold("2027-01-12T08:40:00Z"));
		assertThat(this.jdbc.sql("select count(*) from appointment").query(Long.class).single()).isEqualTo(2);
		page(get("/lieux/" + this.marciac.getSlug())).says("Étape 1 sur 3", "Rien n’est encore réservé");
	}

	private String press(String key) {
		return parameter(this.mvc.post()
			.uri("/rendez-vous/reservations")
			.with(Genuine.form())
			.param("slot", String.valueOf(this.morning.getId()))
			.param("startsAt", NINE_TWENTY)
			.param("cle", key)
			.exchange(), "reservation");
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

	private static String reservation(MvcTestResult form) throws Exception {
		return Jsoup.parse(form.getResponse().getContentAsString())
			.select("form[action^='/rendez-vous?reservation=']")
			.attr("action")
			.split("=")[1];
	}

	@Test
	void a_time_taken_while_somebody_writes_leads_to_another_and_nothing_is_typed_again() throws Exception {
		var reservation = hold();
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 30));
		this.scenario.appointment(this.morning, LocalTime.of(9, 20), Scenario.patient("Luc", "Cazaux"));
		var refused = answers(reservation).exchange();
		page(refused).isSound()
			.says("Cet horaire n’est plus gardé", "Vos réponses sont gardées", "9 h 40")
			.has("input[name=familyName][value=Daste]")
			.has("button[name=time][formaction*='/rendez-vous/autre-horaire']")
			.hasNo("button[value$='@" + NINE_TWENTY + "']");
		var other = another(reservation, "2027-01-12T08:40:00Z");
		page(other).isSound()
			.says("mardi 12 janvier 2027 à 9 h 40", "jusqu’à 8 h 40")
			.has("input[name=familyName][value=Daste]")
			.has("#regularDoctor-NO[checked]")
			.hasNo(".fr-alert--error");
		assertThat(reservation(another(reservation, "2027-01-12T08:40:00Z"))).as("a double click")
			.isEqualTo(reservation(other));
		page(get(target(answers(reservation(other)).exchange()))).says("C’est confirmé", "9 h 40", "Jeanne Daste");
		assertThat(booked()).isEqualTo(2);
	}

	private MvcTestResult another(String reservation, String startsAt) {
		var request = this.mvc.post()
			.uri("/rendez-vous/autre-horaire?reservation={secret}", reservation)
			.with(Genuine.form())
			.param("time", this.morning.getId() + "@" + startsAt);
		typed().forEach(request::param);
		return request.exchange();
	}

	@Test
	void the_other_time_may_be_taken_too_and_the_answers_still_stand() {
		var reservation = hold();
		this.scenario.appointment(this.morning, LocalTime.of(9, 40), Scenario.patient("Luc", "Cazaux"));
		page(another(reservation, "2027-01-12T08:40:00Z")).isSound()
			.says("Cet horaire vient d’être choisi par une autre personne", "10 h")
			.has("input[name=familyName][value=Daste]");
		assertThat(another(reservation, "2027-01-12T03:40:00Z")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(another(reservation, "demain")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void a_doctor_who_gives_back_the_half_day_meanwhile_is_told_and_the_answers_stay() {
		var reservation = hold();
		this.scheduling.giveBack(this.doctor.getId(), this.morning.getId());
		page(answers(reservation).exchange()).isSound()
			.says("Cet horaire n’est plus proposé", "Aucun autre horaire n’est libre ici")
			.has("input[name=familyName][value=Daste]")
			.has("a[href^='/recherche']");
	}

	@Test
	void a_second_visit_on_one_half_day_is_refused_with_a_way_to_the_first() {
		this.scenario.appointment(this.morning, LocalTime.of(11, 0), known());
		page(answers(hold(), "phone", "06 39 98 00 02").exchange()).isSound()
			.says("Cette personne a déjà un rendez-vous le même matin", "Recevoir le lien de mon rendez-vous")
			.has("input[name=familyName][value=Daste]")
			.has("a[href='/rendez-vous/retrouver']")
			.has("button[formaction^='/rendez-vous/lien?reservation=']");
		assertThat(booked()).isEqualTo(1);
	}

	/** Jeanne Daste as {@link #typed} tells her, with a mobile. */
	private static Patient known() {
		return new Patient("Jeanne", "Daste", LocalDate.of(1941, 5, 8), "+33639980002", null, null, RegularDoctor.NO,
				false);
	}

	@Test
	void the_link_goes_to_whom_it_belongs_once_an_hour_and_the_page_never_tells_whether_it_did() {
		this.scenario.appointment(this.morning, LocalTime.of(11, 0), known());
		var reservation = hold();
		for (var name : new String[] { "Daste", "Daste", "Inconnue" }) {
			page(link(reservation, name)).isSound()
				.says("Si un rendez-vous existe avec ces réponses")
				.has("input[name=familyName][value=" + name + "]");
		}
		assertThat(links()).singleElement()
			.satisfies((text) -> assertThat(text).startsWith("Votre RDV du mardi 12 janvier à 11 h :")
				.contains("/rendez-vous/"));
		this.clock.set(LocalDateTime.of(2027, 1, 4, 9, 0));
		link(reservation, "Daste");
		assertThat(links()).hasSize(2);
	}

	private MvcTestResult link(String reservation, String familyName) {
		var request = this.mvc.post().uri("/rendez-vous/lien?reservation={secret}", reservation).with(Genuine.form());
		typed("familyName", familyName, "phone", "06 39 98 00 02").forEach(request::param);
		return request.exchange();
	}

	private List<String> links() {
		return this.jdbc.sql("select body_text from outbox_message where dedup_key like '%:link:%'")
			.query(String.class)
			.list();
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
