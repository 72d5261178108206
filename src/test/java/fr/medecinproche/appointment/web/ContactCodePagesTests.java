package fr.medecinproche.appointment.web;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import fr.medecinproche.privacy.Retention;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.testing.TestContactCheck.SettableContactCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where the operator wants it, a booking waits for six digits.
 */
@ApplicationTest
class ContactCodePagesTests {

	private static final Pattern CODE = Pattern.compile("\\d{3} \\d{3}");

	private static final AtomicInteger HOMES = new AtomicInteger();

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	SettableContactCheck policy;

	@Autowired
	Retention retention;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private HalfDaySlot morning;

	private final String home = "192.0.2." + HOMES.incrementAndGet();

	private String reservation;

	@BeforeEach
	void aHoldAndAPolicy() {
		this.database.clean();
		this.policy.set(true);
		this.morning = this.scenario.taken(this.scenario.volunteer("Aline", "Roux"),
				this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC), HalfDay.morningOf(TUESDAY));
		this.reservation = hold(LocalTime.of(9, 20));
	}

	@AfterEach
	void noPolicy() {
		this.policy.set(false);
	}

	private String hold(LocalTime time) {
		var held = this.mvc.post()
			.uri("/rendez-vous/reservations")
			.with(Genuine.form())
			.param("slot", String.valueOf(this.morning.getId()))
			.param("startsAt", TUESDAY.atTime(time).atZone(HalfDay.ZONE).toInstant().toString())
			.exchange();
		return String
			.valueOf(UriComponentsBuilder.fromUriString(target(held)).build().getQueryParams().getFirst("reservation"));
	}

	private static String target(MvcTestResult result) {
		assertThat(result).hasStatus3xxRedirection();
		return String.valueOf(result.getResponse().getRedirectedUrl());
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).exchange();
	}

	private MvcTestResult answer(String... replaced) {
		var answers = new HashMap<>(
				Map.of("whom", "SELF", "givenName", "Jeanne", "familyName", "Daste", "birthDate", "8/5/1941", "phone",
						"06 39 98 00 02", "email", "", "commune", "32160 Plaisance", "regularDoctor", "NO"));
		for (int i = 0; i < replaced.length; i += 2) {
			answers.put(replaced[i], replaced[i + 1]);
		}
		var request = this.mvc.post()
			.uri("/rendez-vous?reservation={r}", this.reservation)
			.with(Genuine.form())
			.with(this::fromHome);
		answers.forEach(request::param);
		return request.exchange();
	}

	private MvcTestResult type(String code) {
		return this.mvc.post()
			.uri("/rendez-vous/code?reservation={r}", this.reservation)
			.with(Genuine.form())
			.param("code", code)
			.exchange();
	}

	private MvcTestResult sendAgain() {
		return this.mvc.post()
			.uri("/rendez-vous/code/envoi?reservation={r}", this.reservation)
			.with(Genuine.form())
			.with(this::fromHome)
			.exchange();
	}

	private List<String> letters() {
		return this.jdbc.sql("select body_text from outbox_message where dedup_key like 'contact-code:%' order by id")
			.query(String.class)
			.list();
	}

	private String code() {
		var digits = CODE.matcher(letters().getLast());
		assertThat(digits.find()).isTrue();
		return digits.group();
	}

	private String wrong() {
		return code().startsWith("123") ? "456 789" : "123 456";
	}

	/** The brake remembers addresses from test to test. */
	private MockHttpServletRequest fromHome(MockHttpServletRequest request) {
		request.setRemoteAddr(this.home);
		return request;
	}

	@Test
	void codes_are_not_sent_for_ever_to_one_place() {
		for (int n = 0; n < RetrievalBrake.TRIES; n++) {
			answer();
		}
		page(answer()).isSound().says("Nous avons déjà envoyé plusieurs codes").hasNo("button[name=time]");
		page(get(target(sendAgain()))).isSound();
	}

	@Test
	void giving_the_time_up_and_choosing_again_does_not_make_a_phone_ring_for_ever() {
		for (int n = 0; n < 8; n++) {
			answer();
			this.mvc.post()
				.uri("/rendez-vous/reservations")
				.with(Genuine.form())
				.param("_method", "delete")
				.param("reservation", this.reservation)
				.exchange();
			this.reservation = hold(LocalTime.of(9, 20));
		}
		assertThat(letters()).hasSize(6);
		this.clock.set(LocalDateTime.of(2027, 1, 4, 9, 1));
		this.reservation = hold(LocalTime.of(9, 20));
		answer();
		assertThat(letters()).as("an hour later").hasSize(7);
	}

	private long booked() {
		return this.jdbc.sql("select count(*) from appointment where status = 'BOOKED'").query(Long.class).single();
	}

	private long waiting() {
		return this.jdbc.sql("select count(*) from contact_check").query(Long.class).single();
	}

	@Test
	void the_digits_confirm_and_the_answers_are_kept_nowhere_else() {
		page(get("/rendez-vous/nouveau?reservation=" + this.reservation)).says("Un code vous sera envoyé");
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 8));
		var sent = answer();
		assertThat(target(sent)).isEqualTo("/rendez-vous/code?reservation=" + this.reservation);
		Genuine.assertNoSession(sent);
		page(get(target(sent))).isSound()
			.says("Nous avons envoyé un code à six chiffres à 06 •• •• 00 02", "jusqu’à 8 h 18",
					"mardi 12 janvier 2027 à 9 h 20", "Étape 2 sur 3", "Rien n’est encore réservé")
			.doesNotSay("39 98", "Daste")
			.has("input[name=code][autocomplete=one-time-code][inputmode=numeric]");
		assertThat(letters()).singleElement()
			.satisfies((text) -> assertThat(text).matches("\\d{3} \\d{3} est votre code .*"));
		assertThat(booked()).isZero();
		assertThat(this.jdbc.sql("select code_hash from contact_check").query(String.class).single())
			.doesNotContain(code().replace(" ", ""));
		page(get(target(type(code())))).isSound().says("C’est confirmé", "Jeanne Daste");
		assertThat(booked()).isEqualTo(1);
		assertThat(waiting()).isZero();
		page(get(target(type(code())))).as("pressed twice").says("Votre rendez-vous est confirmé");
		assertThat(booked()).isEqualTo(1);
	}

	@Test
	void an_address_is_written_to_and_shown_in_part() {
		page(get(target(answer("email", "jeanne.daste@essai.example")))).isSound()
			.says("j•••@essai.example", "Regardez aussi dans vos spams")
			.doesNotSay("jeanne.daste");
		assertThat(this.jdbc.sql("select subject from outbox_message where dedup_key like 'contact-code:%'")
			.query(String.class)
			.single()).isEqualTo("Votre code");
	}

	@ParameterizedTest
	@CsvSource({ "05 99 00 00 01", "+44 20 7946 0958" })
	void without_a_mobile_or_an_address_there_is_nothing_to_prove(String phone) {
		page(get(target(answer("phone", phone)))).says("C’est confirmé");
		assertThat(letters()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "12345", "1234567", "é" })
	void what_is_no_code_is_a_wrong_code(String typed) {
		answer();
		page(type(typed)).isSound().says("Ce n’est pas le code que nous avons envoyé").has(".fr-input-group--error");
		page(type("9".repeat(5000))).isSound();
		assertThat(booked()).isZero();
	}

	@Test
	void five_wrong_codes_are_the_end_of_a_code_even_typed_all_at_once() throws InterruptedException {
		answer();
		var wrong = wrong();
		Race.of(8, (n) -> type(wrong).getResponse().getStatus());
		assertThat(this.jdbc.sql("select tries from contact_check").query(Integer.class).single()).isEqualTo(5);
		page(type(code())).isSound().says("Trop d’essais avec ce code");
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 1));
		page(get(target(sendAgain()))).isSound();
		assertThat(letters()).hasSize(2);
		page(get(target(type(code())))).says("C’est confirmé");
	}

	@Test
	void a_code_lasts_ten_minutes_and_the_time_with_it() {
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 9));
		answer();
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 18, 59));
		assertThat(this.mvc.get().uri("/lieux/" + this.morning.getSite().getSlug())).bodyText()
			.doesNotContain("2027-01-12T08:20:00Z");
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 19));
		page(type(code())).isSound()
			.says("il date de plus de dix minutes")
			.has("form[action*='/rendez-vous/code/envoi']");
	}

	@Test
	void three_codes_are_sent_and_a_double_click_sends_one() {
		answer();
		answer();
		sendAgain();
		assertThat(letters()).hasSize(1);
		for (int minute = 1; minute <= 3; minute++) {
			this.clock.set(LocalDateTime.of(2027, 1, 4, 8, minute));
			sendAgain();
		}
		assertThat(letters()).hasSize(3);
		page(get("/rendez-vous/code?reservation=" + this.reservation)).isSound()
			.hasNo("form[action*='/rendez-vous/code/envoi']");
	}

	@Test
	void one_number_is_not_made_to_ring_all_day() {
		for (int n = 0; n < 8; n++) {
			this.reservation = hold(LocalTime.of(9, 40).plusMinutes(20L * n));
			answer("givenName", "Jeanne" + (char) ('a' + n));
			this.clock.set(LocalDateTime.of(2027, 1, 4, 8, n + 1));
		}
		assertThat(letters()).hasSize(6);
	}

	@Test
	void a_time_lost_while_the_code_travels_leads_to_another_with_the_answers() {
		answer();
		var code = code();
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 9, 59));
		this.jdbc.sql("update appointment set status = 'RELEASED' where status = 'HELD'").update();
		this.scenario.appointment(this.morning, LocalTime.of(9, 20), Scenario.patient("Luc", "Cazaux"));
		page(type(code)).isSound()
			.says("Cet horaire n’est plus gardé", "Vos réponses sont gardées")
			.has("input[name=familyName][value=Daste]")
			.has("input[name=birthDate][value='08/05/1941']");
	}

	@Test
	void whoever_cannot_have_the_time_is_told_before_a_code_is_sent() {
		this.scenario.appointment(this.morning, LocalTime.of(11, 0), Scenario.patient("Jeanne", "Daste"));
		page(answer()).isSound().says("a déjà un rendez-vous le même matin");
		assertThat(letters()).isEmpty();
	}

	@Test
	void giving_up_erases_the_answers_and_so_does_the_night() {
		answer();
		this.mvc.post()
			.uri("/rendez-vous/reservations")
			.with(Genuine.form())
			.param("_method", "delete")
			.param("reservation", this.reservation)
			.exchange();
		assertThat(waiting()).isZero();
		this.reservation = hold(LocalTime.of(10, 0));
		answer();
		assertThat(waiting()).isEqualTo(1);
		this.clock.set(LocalDateTime.of(2027, 1, 5, 9, 0));
		this.retention.forgetWhatIsDue();
		assertThat(waiting()).isZero();
	}

	@Test
	void a_page_nobody_waits_on_leads_back_to_the_answers() {
		assertThat(target(get("/rendez-vous/code?reservation=" + this.reservation)))
			.isEqualTo("/rendez-vous/nouveau?reservation=" + this.reservation);
		assertThat(target(type("123456"))).startsWith("/rendez-vous/nouveau");
		assertThat(target(get("/rendez-vous/code?reservation=devine"))).startsWith("/rendez-vous/nouveau");
	}

	@Test
	void whoever_erases_their_data_leaves_no_trace_of_the_code_that_was_sent() {
		answer();
		var booked = type(code());
		var address = target(booked).replaceAll("[?#].*", "");
		assertThat(this.jdbc.sql("select count(*) from outbox_message where recipient = '+33639980002'")
			.query(Long.class)
			.single()).as("the code and the confirmation").isEqualTo(2);
		this.mvc.post().uri(address + "/mes-donnees").with(Genuine.form()).param("_method", "delete").exchange();
		assertThat(this.jdbc.sql("select count(*) from outbox_message where recipient is not null and channel = 'SMS'")
			.query(Long.class)
			.single()).isZero();
	}

}
