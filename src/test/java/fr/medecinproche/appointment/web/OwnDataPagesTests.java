package fr.medecinproche.appointment.web;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import fr.medecinproche.appointment.Booking;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.ProposalService;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.messaging.Dispatcher;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class OwnDataPagesTests {

	private static final String[] TRACES = { "Philomène", "Castéran", "+33639980002", "patient@essai.example",
			"1941-05-08" };

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	Dispatcher dispatcher;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	ProposalService proposals;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private HalfDaySlot morning;

	private Booking visit;

	private String address;

	@BeforeEach
	void aVisitOfPhilomeneCasteran() {
		this.database.clean();
		this.morning = this.scenario.taken(this.scenario.volunteer("Aline", "Roux"),
				this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC), HalfDay.morningOf(TUESDAY));
		this.visit = this.scenario.appointment(this.morning, LocalTime.of(9, 20),
				Scenario.patient("Philomène", "Castéran"));
		this.address = "/rendez-vous/" + this.visit.link().value() + "/mes-donnees";
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).exchange();
	}

	private MvcTestResult correct(String... replaced) {
		var answers = new HashMap<>(Map.of("givenName", "Philomène", "familyName", "Casteran", "phone",
				"06 39 98 00 07", "email", "", "commune", "32230 Marciac"));
		for (int i = 0; i < replaced.length; i += 2) {
			answers.put(replaced[i], replaced[i + 1]);
		}
		var request = this.mvc.post().uri(this.address).with(Genuine.form());
		answers.forEach(request::param);
		return request.exchange();
	}

	private MvcTestResult erase() {
		return this.mvc.post().uri(this.address).with(Genuine.form()).param("_method", "delete").exchange();
	}

	private String everything() {
		return this.jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
			.query(String.class)
			.list()
			.stream()
			.flatMap(
					(table) -> this.jdbc.sql("select t::text from " + table + " t").query(String.class).list().stream())
			.collect(Collectors.joining("\n"));
	}

	@Test
	void all_that_is_held_is_shown_with_the_messages_sent() {
		this.dispatcher.dispatch();
		var shown = get(this.address);
		assertThat(shown).headers().hasValue("Cache-Control", "no-store");
		page(shown).isSound()
			.says("Philomène Castéran", "8 mai 1941", "06 39 98 00 02", "patient@essai.example", "Plaisance",
					"Médecin traitant", "mardi 12 janvier 2027 à 9 h 20", "E-mail, envoyé le lundi 4 janvier 2027");
		page(get(this.address + "?lang=en")).isSound().says("My data");
	}

	@Test
	void the_file_to_take_away_holds_the_same() {
		var file = get(this.address + ".json");
		assertThat(file).hasStatusOk().hasContentTypeCompatibleWith("application/json");
		assertThat(file).headers().hasValue("Cache-Control", "no-store");
		assertThat(file).bodyJson().extractingPath("$.personne.nom").isEqualTo("Castéran");
		assertThat(file).bodyJson()
			.extractingPath("$.rendezVous.heureLocale")
			.asString()
			.startsWith("2027-01-12T09:20");
		assertThat(file).bodyJson().extractingPath("$.messages[0].canal").isEqualTo("EMAIL");
	}

	@Test
	void a_name_a_contact_and_a_commune_are_corrected_the_birth_date_is_not() {
		page(get(String.valueOf(correct("birthDate", "01/01/1950").getResponse().getRedirectedUrl()))).isSound()
			.says("Philomène Casteran", "06 39 98 00 07", "8 mai 1941", "Marciac")
			.doesNotSay("patient@essai.example", "1950");
		assertThat(this.jdbc.sql("select name_key || email is null from appointment").query(Boolean.class).single())
			.isTrue();
		assertThat(this.jdbc.sql("select name_key from appointment").query(String.class).single())
			.isEqualTo("casteran philomene");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			familyName | 12     | Écrivez un nom avec des lettres
			phone      |        | Donnez un téléphone ou une adresse e-mail
			email      | x@     | Cette adresse n’est pas complète
			commune    | Xqzwkj | Nous ne connaissons pas de commune de ce nom
			""")
	void what_is_wrong_is_said_where_it_is(String field, String typed, String said) {
		page(correct(field, (typed != null) ? typed : "")).isSound()
			.says(said)
			.has("input[name=givenName][value=Philomène]");
		assertThat(this.jdbc.sql("select family_name from appointment").query(String.class).single())
			.isEqualTo("Castéran");
	}

	@Test
	void a_correction_that_makes_two_people_one_is_refused() {
		var other = new Patient("Philomène", "Casteran", Scenario.patient("a", "b").birthDate(), "+33639980007", null,
				null, RegularDoctor.NO, false);
		this.scenario.appointment(this.morning, LocalTime.of(11, 0), other);
		page(correct()).isSound().says("Cette personne a déjà un rendez-vous le même matin");
	}

	@Test
	void erasing_asks_once_calls_the_visit_off_and_leaves_no_trace_and_no_message() {
		assertThat(everything()).contains(TRACES);
		page(get(this.address + "/effacement")).isSound()
			.says("Effacer mes données ?", "Votre rendez-vous du mardi 12 janvier 2027 à 9 h 20 sera d’abord annulé");
		var erased = erase();
		page(get(String.valueOf(erased.getResponse().getRedirectedUrl()))).isSound().says("Vos données sont effacées");
		assertThat(everything()).doesNotContain(TRACES);
		this.dispatcher.dispatch();
		assertThat(this.jdbc.sql("""
				select count(*) from outbox_message where dedup_key like 'appointment:%'
				and (status in ('SENT', 'RECORDED', 'PENDING') or recipient is not null)""").query(Long.class).single())
			.as("messages that left after it")
			.isZero();
		assertThat(this.jdbc.sql("select status || regular_doctor from appointment").query(String.class).single())
			.as("what the figures need")
			.isEqualTo("CANCELLEDNO");
		assertThat(get(this.address)).as("links die").hasStatus(HttpStatus.NOT_FOUND);
		assertThat(erase()).hasStatus(HttpStatus.NOT_FOUND);
		page(get("/lieux/" + this.morning.getSite().getSlug())).has("input[value='2027-01-12T08:20:00Z']");
	}

	@Test
	void a_past_visit_is_erased_without_being_called_off() {
		this.clock.set(TUESDAY.atTime(18, 0));
		page(get(this.address + "/effacement")).isSound().doesNotSay("sera d’abord annulé");
		erase();
		assertThat(
				this.jdbc.sql("select status from appointment where family_name is null").query(String.class).single())
			.isEqualTo("BOOKED");
	}

	@Test
	void the_last_hours_before_a_visit_are_for_the_phone_here_too() {
		this.clock.set(TUESDAY.atTime(8, 0));
		page(get(this.address + "/effacement")).isSound()
			.says("Appelez d’abord le lieu", "01 99 00 12 34")
			.hasNo("main form");
		page(get(String.valueOf(erase().getResponse().getRedirectedUrl()))).isSound()
			.says("Le rendez-vous est trop proche");
		assertThat(everything()).contains(TRACES);
	}

	@ParameterizedTest
	@CsvSource({ "false", "true" })
	void what_the_doctor_who_could_not_come_left_behind_is_erased_too(boolean takesAnother) {
		this.scenario.taken(this.scenario.volunteer("Paul", "Fabre"), this.morning.getSite(),
				HalfDay.afternoonOf(TUESDAY));
		this.scenario.taken(this.scenario.volunteer("Lise", "Serres"), this.morning.getSite(),
				HalfDay.afternoonOf(TUESDAY.plusDays(1)));
		this.scheduling.giveBack(this.morning.getVolunteer().getId(), this.morning.getId());
		var visitId = this.visit.appointment().getId();
		if (takesAnother) {
			this.proposals.accept(visitId, this.proposals.heldFor(visitId).getFirst().getId());
		}
		this.dispatcher.dispatch();
		assertThat(everything()).contains(TRACES);
		assertThat(erase()).hasStatus3xxRedirection();
		this.dispatcher.dispatch();
		assertThat(everything()).doesNotContain(TRACES);
		assertThat(this.jdbc
			.sql("select count(*) from outbox_message where appointment_id is not null"
					+ " and (recipient is not null or body_text is not null or status = 'PENDING')")
			.query(Long.class)
			.single()).isZero();
		assertThat(this.jdbc.sql("select count(*) from appointment where status in ('BOOKED', 'HELD')")
			.query(Long.class)
			.single()).as("times are free for others").isZero();
	}

	@Test
	void a_visit_that_was_moved_is_erased_with_all_its_times() {
		var afternoon = TUESDAY.atTime(11, 0).atZone(HalfDay.ZONE).toInstant().toString();
		var hold = this.mvc.post()
			.uri(this.address.replace("/mes-donnees", "/deplacement"))
			.with(Genuine.form())
			.param("slot", String.valueOf(this.morning.getId()))
			.param("startsAt", afternoon)
			.exchange();
		this.mvc.post().uri(hold.getResponse().getRedirectedUrl()).with(Genuine.form()).exchange();
		erase();
		assertThat(everything()).doesNotContain(TRACES);
	}

}
