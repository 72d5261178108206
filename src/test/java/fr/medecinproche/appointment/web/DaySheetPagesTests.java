package fr.medecinproche.appointment.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

import fr.medecinproche.account.Role;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.privacy.Retention;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.PdfAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static fr.medecinproche.testing.Scenario.patient;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class DaySheetPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	Retention retention;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private ConsultationSite marciac;

	private HalfDaySlot morning;

	private HalfDaySlot afternoon;

	@BeforeEach
	void aWholeDayAtMarciac() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		this.afternoon = this.scenario.taken(this.doctor, this.marciac, HalfDay.afternoonOf(TUESDAY));
	}

	private MvcTestResult see(String address) {
		return this.mvc.get()
			.uri(address)
			.with(People.signedIn(this.doctor.getAccount().id(), Role.VOLUNTEER))
			.exchange();
	}

	private MvcTestResult press(Volunteer who, String address, String... parameters) {
		var request = this.mvc.post()
			.uri(address)
			.with(People.signedIn(who.getAccount().id(), Role.VOLUNTEER))
			.with(Genuine.form());
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	private String sheet() {
		return "/medecin/agenda/" + this.morning.getId();
	}

	private void eighteenPatients() {
		for (int i = 0; i < 18; i++) {
			var half = (i < 10) ? this.morning : this.afternoon;
			var time = half.getStartsAt().plusMinutes(20L * ((i < 10) ? i : i - 10));
			this.scenario.appointment(half, time,
					new Patient("Marie-Antoinette", "Castéran-Duffourc " + (char) ('A' + i),
							LocalDate.of(1940 + i, 5, 8), "+33639980002", null, Scenario.PLAISANCE, RegularDoctor.NO,
							false));
		}
	}

	@Test
	void a_doctor_who_stays_all_day_reads_one_sheet() {
		this.scenario.appointment(this.morning, LocalTime.of(9, 20), patient("Jeanne", "Lacoste"));
		this.scenario.appointment(this.afternoon, LocalTime.of(14, 0), patient("Marcel", "Dupuy"));
		var shown = see(sheet());
		page(shown).isSound()
			.says("mardi 12 janvier 2027, journée entière", "2 patients inscrits", "Matin, 9 h – 12 h 30",
					"Jeanne Lacoste", "Après-midi, 14 h – 17 h 30", "Marcel Dupuy", "Première visite connue ici",
					"Encore libre", "9 h 40", "Secrétariat", "01 99 00 12 34", "La clé est à la mairie.")
			.has("a[href^='geo:43.']")
			.hasNo("button[name=presence]");
		page(see("/medecin/agenda/" + this.afternoon.getId())).says("journée entière", "Jeanne Lacoste");
		page(see(sheet() + "?lang=en")).isSound().says("all day", "First known visit here", "Still free");
	}

	@Test
	void the_other_half_at_another_place_has_a_sheet_of_its_own() {
		var plaisance = this.scenario.openSite("Cabinet de Plaisance", Scenario.PLAISANCE);
		var other = this.scenario.taken(this.scenario.volunteer("Luc", "Bosc"), plaisance, HalfDay.morningOf(TUESDAY));
		this.scenario.appointment(other, LocalTime.of(9, 0), patient("Jeanne", "Lacoste"));
		var next = this.scenario.taken(this.doctor, plaisance, HalfDay.morningOf(TUESDAY.plusDays(1)));
		page(see("/medecin/agenda/" + next.getId())).says("mercredi 13 janvier 2027, matin").doesNotSay("Après-midi");
		page(see(sheet())).doesNotSay("Jeanne Lacoste");
	}

	@Test
	void who_has_been_here_before_is_no_first_visit() {
		this.scenario.appointment(this.morning, LocalTime.of(9, 20), patient("Jeanne", "Lacoste"));
		var next = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY.plusDays(7)));
		this.scenario.appointment(next, LocalTime.of(9, 0), patient("Lacoste", "Jeanne"));
		page(see(sheet())).says("Première visite connue ici");
		page(see("/medecin/agenda/" + next.getId())).says("Lacoste Jeanne").doesNotSay("Première visite");
	}

	@Test
	void the_sheet_of_long_ago_counts_patients_and_names_none() {
		this.scenario.appointment(this.morning, LocalTime.of(9, 20), patient("Jeanne", "Lacoste"));
		this.clock.set(LocalDateTime.of(2027, 4, 13, 9, 30));
		this.retention.forgetWhatIsDue();
		page(see(sheet())).isSound()
			.says("Les données de ce patient ont été effacées.")
			.doesNotSay("Lacoste", "1941", "Première visite");
		PdfAssertions.pdf(see(sheet() + "/ma-journee.pdf")).says("ont été effacées").doesNotSay("Lacoste");
		page(see("/medecin/agenda?mois=2027-01")).isSound().says("Un patient inscrit");
	}

	@Test
	void who_came_is_noted_on_the_sheet_and_taken_back() {
		var visit = this.scenario.appointment(this.morning, LocalTime.of(9, 20), patient("Jeanne", "Lacoste"))
			.appointment()
			.getId();
		this.clock.set(LocalDateTime.of(TUESDAY, LocalTime.of(9, 45)));
		page(see(sheet())).isSound().has("button[name=presence][value=HONOURED]").says("Le patient restant est venu");
		var address = "/medecin/rendez-vous/" + visit + "/presence";
		assertThat(press(this.doctor, address, "presence", "HONOURED", "vu", "BOOKED"))
			.hasRedirectedUrl(sheet() + "#visite-" + visit);
		page(see(sheet())).isSound().says("Venu, noté par le médecin à 9 h 45").hasNo("button[name=presence]");
		assertThat(press(this.doctor, address, "presence", "ABSENT", "vu", "BOOKED")).hasRedirectedUrl(sheet())
			.flash()
			.extractingByKey("flash")
			.asString()
			.contains("MARKED_MEANWHILE");
		press(this.doctor, address, "_method", "delete");
		page(see(sheet())).doesNotSay("noté par");
		press(this.doctor, sheet() + "/presences");
		page(see(sheet())).says("Venu, noté par le médecin");
		assertThat(press(this.doctor, address, "presence", "SICK")).hasStatus(400);
	}

	@Test
	void the_site_sees_what_the_doctor_noted_and_the_other_way_round() {
		var visit = this.scenario.appointment(this.morning, LocalTime.of(9, 20), patient("Jeanne", "Lacoste"))
			.appointment()
			.getId();
		var host = People.signedIn(this.scenario.hostOf(this.marciac).id(), Role.HOST);
		this.clock.set(LocalDateTime.of(TUESDAY, LocalTime.of(9, 45)));
		page(this.mvc.get().uri("/lieu").with(host).exchange()).isSound().has("button[name=presence][value=ABSENT]");
		assertThat(this.mvc.post()
			.uri("/lieu/rendez-vous/{id}/presence", visit)
			.param("presence", "ABSENT")
			.with(host)
			.with(Genuine.form())
			.exchange()).hasRedirectedUrl("/lieu?jour=2027-01-12");
		page(see(sheet())).isSound().says("Absent, noté par le secrétariat à 9 h 45");
		press(this.doctor, "/medecin/rendez-vous/" + visit + "/presence", "presence", "HONOURED", "vu", "ABSENT");
		page(this.mvc.get().uri("/lieu").with(host).exchange()).isSound().says("Venu, noté par le médecin à 9 h 45");
		this.mvc.post()
			.uri("/lieu/rendez-vous/{id}/presence", visit)
			.param("_method", "delete")
			.with(host)
			.with(Genuine.form())
			.exchange();
		assertThat(this.mvc.post()
			.uri("/lieu/demi-journees/{id}/presences", this.morning.getId())
			.with(host)
			.with(Genuine.form())
			.exchange()).hasRedirectedUrl("/lieu?jour=2027-01-12");
		page(see(sheet())).says("Venu, noté par le secrétariat");
	}

	@Test
	void somebody_elses_patients_are_not_found() {
		var visit = this.scenario.appointment(this.morning, LocalTime.of(9, 20), patient("Jeanne", "Lacoste"))
			.appointment()
			.getId();
		this.clock.set(LocalDateTime.of(TUESDAY, LocalTime.of(9, 45)));
		var colleague = this.scenario.volunteer("Luc", "Bosc");
		assertThat(press(colleague, "/medecin/rendez-vous/" + visit + "/presence", "presence", "ABSENT"))
			.hasStatus(404);
		assertThat(press(colleague, sheet() + "/presences")).hasStatus(404);
		assertThat(this.mvc.get()
			.uri(sheet() + "/ma-journee.pdf")
			.with(People.signedIn(colleague.getAccount().id(), Role.VOLUNTEER))
			.exchange()).hasStatus(404);
		var elsewhere = this.scenario.hostOf(this.scenario.openSite("Cabinet de Plaisance", Scenario.PLAISANCE));
		for (var address : new String[] { "/lieu/rendez-vous/" + visit + "/presence",
				"/lieu/demi-journees/" + this.morning.getId() + "/presences" }) {
			assertThat(this.mvc.post()
				.uri(address)
				.param("presence", "ABSENT")
				.with(People.signedIn(elsewhere.id(), Role.HOST))
				.with(Genuine.form())
				.exchange()).hasStatus(404);
		}
		assertThat(this.jdbc.sql("select status from appointment").query(String.class).single()).isEqualTo("BOOKED");
	}

	@Test
	void the_day_is_taken_along_as_a_file_that_asks_to_be_erased() {
		eighteenPatients();
		var file = see(sheet() + "/ma-journee.pdf");
		assertThat(file).hasStatusOk();
		assertThat(file).headers()
			.hasValue("Cache-Control", "no-store")
			.hasValue("Content-Disposition", "attachment; filename=\"ma-journee-2027-01-12.pdf\"");
		PdfAssertions.pdf(file)
			.isAccessible("fr")
			.says("journée entière", "à effacer après la journée", "9 h Marie-Antoinette Castéran-Duffourc A",
					"06 39 98 00 02", "Sans médecin traitant", "Castéran-Duffourc R", "La clé est à la mairie.",
					"01 99 00 12 34", "nord")
			.isAsWideAs(105)
			.titleDoesNotSay("Castéran", "Marciac")
			.keptAs("ma-journee");
		PdfAssertions.pdf(see(sheet() + "/ma-journee.pdf?lang=en")).isAccessible("en").says("Personal data");
	}

	@Test
	void the_sheet_asks_no_more_for_eighteen_patients_than_for_one() {
		this.scenario.appointment(this.morning, LocalTime.of(12, 10), patient("Jeanne", "Lacoste"));
		this.clock.set(LocalDateTime.of(TUESDAY.minusDays(1), LocalTime.of(20, 0)));
		int one = QueryCount.of(() -> see(sheet()));
		this.clock.reset();
		this.jdbc.sql("delete from appointment_link").update();
		this.jdbc.sql("delete from appointment").update();
		eighteenPatients();
		this.clock.set(LocalDateTime.of(TUESDAY.minusDays(1), LocalTime.of(20, 0)));
		assertThat(QueryCount.of(() -> see(sheet()))).isEqualTo(one).isPositive();
		page(see(sheet())).isSound().says("18 patients inscrits");
	}

}
