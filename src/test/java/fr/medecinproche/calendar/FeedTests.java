package fr.medecinproche.calendar;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;

import fr.medecinproche.account.AdmittanceService;
import fr.medecinproche.account.ClosingService;
import fr.medecinproche.account.Role;
import fr.medecinproche.account.Secret;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static fr.medecinproche.testing.Scenario.patient;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class FeedTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	CalendarFeeds feeds;

	@Autowired
	AdmittanceService accounts;

	@Autowired
	ClosingService closing;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private final Secret secret = Secret.random();

	private Volunteer doctor;

	private ConsultationSite marciac;

	@BeforeAll
	static void the_parser_stays_offline() {
		System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
	}

	@BeforeEach
	void aDoctorWithAnAddress() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.feeds.open(this.doctor.getId(), this.secret);
	}

	private HalfDaySlot morning() {
		return this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
	}

	private MvcTestResult read() {
		return this.mvc.get().uri("/agenda/" + this.secret.value() + ".ics").exchange();
	}

	private Calendar calendar() throws Exception {
		var calendar = new CalendarBuilder()
			.build(new ByteArrayInputStream(read().getResponse().getContentAsByteArray()));
		assertThat(calendar.validate().getEntries()).isEmpty();
		return calendar;
	}

	private List<VEvent> events() throws Exception {
		return calendar().getComponents("VEVENT");
	}

	private VEvent event() throws Exception {
		assertThat(events()).hasSize(1);
		return events().getFirst();
	}

	private MvcTestResult press(String... parameters) {
		var request = this.mvc.post()
			.uri("/medecin/agenda/abonnement")
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.with(Genuine.form());
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	private MvcTestResult subscription() {
		return this.mvc.get()
			.uri("/medecin/agenda/abonnement")
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.exchange();
	}

	@Test
	void a_calendar_reads_when_where_and_how_many_but_nobody_s_name() throws Exception {
		var slot = morning();
		this.scenario.appointment(slot, LocalTime.of(9, 20), patient("Jeanne", "Lacoste"));
		var event = event();
		assertThat(value(event, Property.SUMMARY)).isEqualTo("Consultations, Maison de santé de Marciac");
		assertThat(value(event, Property.LOCATION)).contains("1 place de la Mairie", "32230\u00a0Marciac");
		assertThat(value(event, Property.DESCRIPTION)).isEqualTo("1 rendez-vous");
		assertThat(value(event, Property.DTSTART)).isEqualTo("20270112T090000");
		assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
		assertThat(value(event, Property.UID)).isEqualTo("half-day-%d@localhost".formatted(slot.getId()));
		assertThat(value(event, Property.URL)).endsWith("/medecin/agenda/" + slot.getId());
		assertThat(read()).bodyText()
			.contains("BEGIN:VTIMEZONE", "TZID:Europe/Paris", "REFRESH-INTERVAL;VALUE=DURATION:PT1H")
			.doesNotContain("Jeanne", "Lacoste", "METHOD", this.secret.value());
	}

	@Test
	void a_calendar_with_nothing_in_it_is_valid_too() throws Exception {
		assertThat(events()).isEmpty();
	}

	@Test
	void the_answer_is_private_and_leaves_no_session_nor_cookie() {
		morning();
		var answer = read();
		assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/calendar;charset=UTF-8");
		assertThat(answer).headers()
			.hasValue("Cache-Control", "no-cache, private")
			.hasValue("X-Robots-Tag", "noindex")
			.hasValue("Referrer-Policy", "no-referrer")
			.doesNotContainHeader("Set-Cookie");
		Genuine.assertNoSession(answer);
	}

	@Test
	void a_calendar_that_has_it_already_is_told_so_at_the_price_of_two_queries() {
		var slot = morning();
		var tag = String.valueOf(read().getResponse().getHeader("ETag"));
		assertThat(tag).startsWith("W/");
		this.clock.set(LocalDateTime.of(2027, 1, 5, 8, 0));
		assertThat(QueryCount.of(() -> assertThat(again(tag)).hasStatus(304))).isEqualTo(2);
		assertThat(again(tag).getResponse().getContentAsByteArray()).isEmpty();
		this.scenario.appointment(slot, LocalTime.of(9, 20), patient("Jeanne", "Lacoste"));
		assertThat(again(tag)).hasStatusOk();
	}

	private MvcTestResult again(String tag) {
		return this.mvc.get().uri("/agenda/" + this.secret.value() + ".ics").header("If-None-Match", tag).exchange();
	}

	@Test
	void many_half_days_ask_no_more_than_one() {
		morning();
		int one = QueryCount.of(this::read);
		this.scenario.taken(this.doctor, this.marciac, HalfDay.afternoonOf(TUESDAY));
		this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY.plusDays(1)));
		assertThat(QueryCount.of(this::read)).isEqualTo(one).isPositive();
	}

	@Test
	void what_is_given_back_stays_thirty_days_as_cancelled() throws Exception {
		var slot = morning();
		var taken = event();
		this.scheduling.giveBack(this.doctor.getId(), slot.getId());
		var gone = event();
		assertThat(value(gone, Property.STATUS)).isEqualTo("CANCELLED");
		assertThat(value(gone, Property.UID)).isEqualTo(value(taken, Property.UID));
		assertThat(number(gone, Property.SEQUENCE)).isGreaterThan(number(taken, Property.SEQUENCE));
		this.clock.set(LocalDateTime.of(2027, 2, 2, 8, 0));
		assertThat(events()).hasSize(1);
		this.clock.set(LocalDateTime.of(2027, 2, 4, 8, 0));
		assertThat(events()).isEmpty();
	}

	@Test
	void what_the_agency_closes_and_what_another_doctor_takes_over_is_cancelled() throws Exception {
		this.scheduling.close(morning().getId());
		assertThat(value(event(), Property.STATUS)).isEqualTo("CANCELLED");
		var other = this.scenario.volunteer("Luc", "Bosc");
		var theirs = Secret.random();
		this.feeds.open(other.getId(), theirs);
		var slot = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY.plusDays(1)));
		this.scheduling.handOver(slot.getId(), this.doctor.getId(), other.getId());
		assertThat(events()).hasSize(2).allMatch((event) -> value(event, Property.STATUS).equals("CANCELLED"));
		assertThat(this.mvc.get().uri("/agenda/" + theirs.value() + ".ics").exchange()).bodyText()
			.contains("STATUS:CONFIRMED")
			.doesNotContain("STATUS:CANCELLED");
	}

	@Test
	void a_half_day_taken_given_back_and_taken_again_within_a_second_only_goes_up() throws Exception {
		var slot = morning();
		int before = number(event(), Property.SEQUENCE);
		for (int round = 0; round < 3; round++) {
			this.scheduling.giveBack(this.doctor.getId(), slot.getId());
			int gone = number(event(), Property.SEQUENCE);
			assertThat(gone).isGreaterThan(before);
			this.scheduling.take(this.doctor.getId(), List.of(slot.getId()));
			before = number(event(), Property.SEQUENCE);
			assertThat(before).isGreaterThan(gone);
			assertThat(value(event(), Property.STATUS)).isEqualTo("CONFIRMED");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2027-03-28", "2027-10-31" })
	void nine_o_clock_is_nine_o_clock_on_the_days_the_clocks_change(LocalDate day) throws Exception {
		this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(day));
		var event = event();
		assertThat(instant(event, Property.DTSTART)).isEqualTo(day.atTime(9, 0).atZone(HalfDay.ZONE).toInstant());
		assertThat(instant(event, Property.DTEND)).isEqualTo(day.atTime(12, 30).atZone(HalfDay.ZONE).toInstant());
	}

	@Test
	void a_hostile_name_stays_a_name_and_no_line_is_longer_than_75_octets() throws Exception {
		var name = "Évêché; SUMMARY:x, l’été\\nEND:VEVENT 👩‍⚕️ " + "é".repeat(60);
		var site = this.scenario.openSite(name, Scenario.MARCIAC);
		this.scenario.taken(this.doctor, site, HalfDay.afternoonOf(TUESDAY));
		assertThat(value(event(), Property.SUMMARY)).isEqualTo("Consultations, " + name);
		var text = new String(read().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		assertThat(text.split("\r\n"))
			.allMatch((line) -> line.getBytes(StandardCharsets.UTF_8).length <= 75 && !line.contains("\n"));
	}

	@Test
	void an_unknown_a_replaced_and_a_closed_address_lead_nowhere() {
		assertThat(this.mvc.get().uri("/agenda/" + Secret.random().value() + ".ics").exchange()).hasStatus(404);
		assertThat(this.mvc.get().uri("/agenda/x.ics").exchange()).hasStatus(404);
		assertThat(this.mvc.get().uri("/agenda/.ics").exchange()).hasStatus(404);
		assertThat(press("cle", Secret.random().value())).hasStatusOk();
		assertThat(read()).hasStatus(404);
		this.feeds.open(this.doctor.getId(), this.secret);
		assertThat(read()).hasStatusOk();
		assertThat(press("_method", "delete")).hasRedirectedUrl("/medecin/agenda/abonnement");
		assertThat(read()).hasStatus(404);
	}

	@Test
	void a_suspended_doctor_s_address_leads_nowhere() {
		this.jdbc.sql("update account set suspended_at = now() where id = ?")
			.param(this.doctor.getAccount().id())
			.update();
		assertThat(read()).hasStatus(404);
	}

	@Test
	void the_address_is_shown_once_and_only_its_hash_is_kept() {
		press("_method", "delete");
		page(subscription()).isSound().says("Aucune adresse", "Créer l’adresse");
		var key = Secret.random();
		var shown = press("cle", key.value());
		assertThat(shown).headers().hasValue("Cache-Control", "no-store");
		page(shown).isSound().has("input[readonly][value$='/agenda/" + key.value() + ".ics']").has("a[href^=webcal]");
		page(press("cle", key.value())).has("input[value$='" + key.value() + ".ics']");
		assertThat(subscription()).bodyText().doesNotContain(key.value());
		page(subscription()).isSound().says("Remplacer l’adresse", "lundi 4 janvier 2027");
		page(this.mvc.get()
			.uri("/medecin/agenda/abonnement?lang=en")
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.exchange()).isSound().says("Replace the address");
		assertThat(everything()).contains(key.hash()).doesNotContain(key.value());
	}

	private String everything() {
		return String.join("\n", this.jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
			.query(String.class)
			.list()
			.stream()
			.flatMap(
					(table) -> this.jdbc.sql("select t::text from " + table + " t").query(String.class).list().stream())
			.toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "court", "<script>alert(1)</script>", "AAAAAAAAAAAAAAAAAAAAAAAAA" })
	void a_key_we_never_drew_opens_nothing(String key) {
		assertThat(press("cle", key)).hasRedirectedUrl("/medecin/agenda/abonnement");
		assertThat(read()).hasStatusOk();
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void the_address_is_in_no_log_of_ours(CapturedOutput output) {
		morning();
		read();
		this.feeds.close(this.doctor.getId());
		assertThat(read()).hasStatus(404);
		assertThat(this.mvc.post().uri("/agenda/" + this.secret.value() + ".ics").with(Genuine.form()).exchange())
			.hasStatus(405);
		assertThat(output).doesNotContain(this.secret.value());
	}

	@Test
	void whoever_closes_their_account_or_is_kept_out_is_not_read_about_any_more() {
		this.accounts.suspend(this.doctor.getAccount().id());
		assertThat(read()).hasStatus(404);
		this.accounts.reinstate(this.doctor.getAccount().id());
		assertThat(read()).hasStatusOk();
		this.closing.close(this.doctor.getAccount().id());
		assertThat(read()).hasStatus(404);
		assertThat(this.jdbc.sql("select count(*) from calendar_feed").query(Long.class).single()).isZero();
	}

	@Test
	void the_feed_and_the_invitation_are_about_one_entry() throws Exception {
		var slot = morning();
		var letter = invitation("REQUEST");
		assertThat(value(letter, Property.UID)).isEqualTo(value(event(), Property.UID));
		assertThat(number(letter, Property.SEQUENCE)).isEqualTo(number(event(), Property.SEQUENCE));
		this.scheduling.giveBack(this.doctor.getId(), slot.getId());
		var end = invitation("CANCEL");
		assertThat(value(end, Property.UID)).isEqualTo(value(event(), Property.UID));
		assertThat(number(end, Property.SEQUENCE)).isEqualTo(number(event(), Property.SEQUENCE));
		assertThat(value(end, Property.STATUS)).isEqualTo("CANCELLED");
	}

	/** The last letter that asks for something, read by the other parser. */
	private VEvent invitation(String method) throws Exception {
		var file = this.jdbc.sql("select calendar from outbox_message where calendar like ? order by id desc limit 1")
			.param("%METHOD:" + method + "%")
			.query(String.class)
			.single();
		var calendar = new CalendarBuilder().build(new StringReader(file));
		assertThat(calendar.validate().getEntries()).isEmpty();
		return calendar.<VEvent>getComponents("VEVENT").getFirst();
	}

	@Test
	void of_a_half_day_handed_over_the_one_reads_the_end_and_the_other_the_beginning() throws Exception {
		var slot = morning();
		var other = this.scenario.volunteer("Luc", "Bosc");
		this.scheduling.handOver(slot.getId(), this.doctor.getId(), other.getId());
		var end = invitation("CANCEL");
		assertThat(value(end, Property.ATTENDEE)).isEqualTo("mailto:aline.roux@essai.example");
		var beginning = invitation("REQUEST");
		assertThat(value(beginning, Property.ATTENDEE)).isEqualTo("mailto:luc.bosc@essai.example");
		assertThat(value(beginning, Property.UID)).isEqualTo(value(end, Property.UID));
		this.scheduling.handOver(slot.getId(), other.getId(), this.doctor.getId());
		assertThat(number(invitation("REQUEST"), Property.SEQUENCE)).isGreaterThan(number(end, Property.SEQUENCE));
		assertThat(this.jdbc.sql("select body_text from outbox_message where dedup_key like '%HalfDayHandedOver%'")
			.query(String.class)
			.list()).hasSize(2).allMatch((text) -> text.contains("Un autre médecin vient à votre place"));
	}

	private static String value(VEvent event, String property) {
		return event.<Property>getProperty(property).orElseThrow().getValue();
	}

	private static int number(VEvent event, String property) {
		return Integer.parseInt(value(event, property));
	}

	private static Instant instant(VEvent event, String property) {
		Temporal date = event.<DateProperty<?>>getProperty(property).orElseThrow().getDate();
		return switch (date) {
			case Instant instant -> instant;
			case ZonedDateTime zoned -> zoned.toInstant();
			case OffsetDateTime offset -> offset.toInstant();
			default -> throw new IllegalStateException("no instant: " + date.getClass());
		};
	}

}
