package fr.medecinproche.appointment.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

import fr.medecinproche.appointment.Booking;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.account.Role;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clocks that change, people of one name: what goes right without anybody noticing.
 */
@ApplicationTest
class BadLuckPagesTests {

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

	private ConsultationSite marciac;

	private Volunteer doctor;

	@BeforeEach
	void aSiteAndADoctor() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).exchange();
	}

	private static String address(Booking booking) {
		return "/rendez-vous/" + booking.link().value();
	}

	/** The clocks go forward on Sunday 28 March 2027. */
	@ParameterizedTest
	@CsvSource({ "2027-03-26, 2027-03-26T08:20:00Z", "2027-03-29, 2027-03-29T07:20:00Z" })
	void a_visit_booked_in_winter_is_at_the_same_hour_of_the_clock_in_summer(LocalDate day, String instant)
			throws Exception {
		this.clock.set(LocalDateTime.of(2027, 2, 15, 8, 0));
		var slot = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(day));
		page(get("/lieux/" + this.marciac.getSlug())).has("input[value='" + instant + "']");
		var booking = this.scenario.appointment(slot, LocalTime.of(9, 20), Scenario.patient("Jeanne", "Daste"));
		assertThat(booking.appointment().getStartsAt()).isEqualTo(instant);
		page(get(address(booking))).isSound().says("9 h 20", "à 7 h 20, vous pouvez le changer");
		assertThat(get(address(booking) + "/calendrier.ics")).bodyText()
			.contains("DTSTART;TZID=Europe/Paris:" + day.toString().replace("-", "") + "T092000");
		assertThat(this.jdbc.sql("select body_text from outbox_message where dedup_key like '%:booked'")
			.query(String.class)
			.single()
			.replace('\u00a0', ' ')).contains("9 h 20");
		this.clock.set(day.atTime(7, 19));
		page(get(address(booking))).has("a[href$='/annulation']");
		this.clock.set(day.atTime(7, 20));
		page(get(address(booking))).hasNo("a[href$='/annulation']").says("Appelez le lieu");
	}

	@Test
	void homonyms_on_one_morning_are_told_apart_by_their_year_of_birth() {
		var morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		var elder = Scenario.patient("Jeanne", "Daste");
		this.scenario.appointment(morning, LocalTime.of(9, 20), elder);
		this.scenario.appointment(morning, LocalTime.of(9, 40), born(LocalDate.of(1975, 2, 3)));
		page(sheet(morning)).isSound().says("année de naissance : 1941", "année de naissance : 1975");
		var host = this.scenario.hostOf(this.marciac);
		page(this.mvc.get().uri("/lieu?jour=" + TUESDAY).with(People.signedIn(host.id(), Role.HOST)).exchange())
			.isSound()
			.says("1941", "1975");
	}

	private static Patient born(LocalDate birthDate) {
		return new Patient("Jeanne", "Daste", birthDate, "+33639980009", null, null, RegularDoctor.NO, false);
	}

	private MvcTestResult sheet(HalfDaySlot slot) {
		return this.mvc.get()
			.uri("/medecin/agenda/" + slot.getId())
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.exchange();
	}

}
