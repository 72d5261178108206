package fr.medecinproche;

import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.testing.BrowserTest;
import fr.medecinproche.testing.Browsers;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.Visit;
import fr.medecinproche.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What patients do, end to end, on the narrowest phone, without JavaScript and in
 * English: find, book, move and cancel; wait, be offered a time and take it; book for
 * somebody of the family.
 */
@BrowserTest
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class PatientJourneyTests {

	@Autowired
	Scenario scenario;

	@Autowired
	BookingService bookings;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private HalfDaySlot morning;

	@BeforeEach
	void aDoctorOnTwoHalfDaysAtMarciac() {
		this.database.clean();
		var marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		var doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(doctor, marciac, HalfDay.morningOf(TUESDAY));
		this.scenario.taken(doctor, marciac, HalfDay.afternoonOf(TUESDAY));
	}

	static Stream<Visit> everyWay() {
		return Stream.of(Visit.onPhone().withoutScript(), Visit.onComputer().inEnglish());
	}

	static Stream<Visit> onPhones() {
		return Stream.of(Visit.onPhone().withoutScript(), Visit.onPhone().inEnglish().inTheDark());
	}

	static Stream<Visit> withoutScript() {
		return Stream.of(Visit.onPhone().withoutScript());
	}

	private Walk arrive(String journey, Visit visit, Browsers browsers) {
		var walk = new Walk(browsers.open(visit), journey, visit);
		walk.goTo(visit.locale().startsWith("en") ? "/?lang=en" : "/");
		return walk;
	}

	private void findATime(Walk walk) {
		walk.write("commune", "32160 Plaisance");
		walk.press("/recherche");
		assertThat(walk.content()).containsText("Maison de santé de Marciac");
		walk.look("near");
		walk.followFirst("main a[href*='/lieux/maison-de-sante-de-marciac']");
		walk.look("place");
		walk.followFirst("main form[action$='/rendez-vous/reservations'] button");
	}

	private void sayWhoComes(Walk walk, String givenName, String birthDate) {
		walk.write("givenName", givenName);
		walk.write("familyName", "Daste");
		walk.write("birthDate", birthDate);
		walk.tick("regularDoctor-NO");
	}

	private void book(Walk walk) {
		walk.look("who");
		walk.tick("whom-SELF");
		sayWhoComes(walk, "Jeanne", "08/05/1941");
		walk.write("phone", "06 39 98 00 02");
		walk.write("email", "jeanne.daste@essai.example");
		walk.write("commune", "32160 Plaisance");
		walk.press("/rendez-vous?reservation=");
		walk.look("booked");
	}

	private long count(String status) {
		return this.jdbc.sql("select count(*) from appointment where status = ?")
			.param(status)
			.query(Long.class)
			.single();
	}

	private String linkIn(String path) {
		var letters = this.jdbc.sql("select body_text from outbox_message order by id desc").query(String.class).list();
		var link = Pattern.compile(path).matcher(String.join("\n", letters));
		assertThat(link.find()).as("a letter with %s", path).isTrue();
		return link.group();
	}

	@ParameterizedTest
	@MethodSource("everyWay")
	void finds_books_moves_and_cancels(Visit visit, Browsers browsers) {
		var walk = arrive("moved", visit, browsers);
		findATime(walk);
		book(walk);
		assertThat(count("BOOKED")).isEqualTo(1);
		walk.follow("main a[href$='/deplacement']");
		walk.look("other-times");
		walk.follow("main form[action$='/deplacement'] button");
		walk.look("before-and-after");
		walk.followFirst("main form[action*='/deplacement/'] button");
		walk.look("moved");
		assertThat(count("MOVED")).isEqualTo(1);
		assertThat(count("BOOKED")).isEqualTo(1);
		walk.follow("main a[href$='/annulation']");
		walk.look("cancel");
		walk.press("/annulation");
		walk.look("cancelled");
		assertThat(count("CANCELLED")).isEqualTo(1);
		assertThat(count("BOOKED")).isZero();
	}

	@ParameterizedTest
	@MethodSource("onPhones")
	void waits_is_offered_a_freed_time_and_takes_it(Visit visit, Browsers browsers) {
		var theirs = this.scenario.appointment(this.morning, LocalTime.of(9, 0), Scenario.patient("Luc", "Abadie"));
		var walk = arrive("waiting", visit, browsers);
		walk.goTo("/alertes?commune=" + Scenario.PLAISANCE);
		walk.look("tell-me");
		walk.tick("radius-60");
		walk.tick("whom-SELF");
		sayWhoComes(walk, "Jeanne", "08/05/1941");
		walk.write("phone", "06 39 98 00 02");
		walk.write("email", "jeanne.daste@essai.example");
		walk.press("/alertes");
		walk.look("in-the-order");
		this.bookings.cancel(theirs.appointment().getId(), Canceller.PATIENT);
		walk.goTo(linkIn("/alertes/[A-Za-z0-9_-]{24}/offre"));
		walk.look("offer");
		walk.followFirst("main form[action$='/offre'] button");
		walk.look("booked");
		assertThat(count("BOOKED")).isEqualTo(1);
	}

	@ParameterizedTest
	@MethodSource("withoutScript")
	void books_for_somebody_of_the_family_right_after(Visit visit, Browsers browsers) {
		var walk = arrive("family", visit, browsers);
		findATime(walk);
		book(walk);
		walk.follow("main a[href*='pour=RELATIVE']");
		walk.look("right-after");
		walk.followFirst("main form[action$='/autre'] button");
		assertThat(walk.at("#phone")).hasValue(Pattern.compile("06.39.98.00.02"));
		assertThat(walk.at("#givenName")).hasValue("");
		sayWhoComes(walk, "Paul", "14/07/1939");
		walk.look("who-else");
		walk.press("/rendez-vous?reservation=");
		walk.look("both-booked");
		assertThat(count("BOOKED")).isEqualTo(2);
	}

}
