package fr.medecinproche.appointment.web;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalTime;

import fr.medecinproche.appointment.Booking;
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
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class AppointmentPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private ConsultationSite marciac;

	private Volunteer doctor;

	private HalfDaySlot morning;

	private Booking booking;

	private String address;

	@BeforeEach
	void anAppointment() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		this.booking = this.scenario.appointment(this.morning, LocalTime.of(9, 20),
				Scenario.patient("Jeanne", "Daste"));
		this.address = "/rendez-vous/" + this.booking.link().value();
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).exchange();
	}

	private MvcTestResult cancel() {
		return this.mvc.post().uri(this.address + "/annulation").with(Genuine.form()).exchange();
	}

	private MvcTestResult find(String code, String birthDate) {
		return this.mvc.post()
			.uri("/rendez-vous/retrouver")
			.with(Genuine.form())
			.param("code", code)
			.param("birthDate", birthDate)
			.exchange();
	}

	@Test
	void the_page_says_what_matters_and_keeps_its_address_to_itself() throws Exception {
		var result = get(this.address);
		assertThat(result).hasStatusOk()
			.hasHeader("Referrer-Policy", "no-referrer")
			.hasHeader("X-Robots-Tag", "noindex");
		assertThat(result).headers().hasValue("Cache-Control", "no-store");
		var code = this.booking.appointment().getCode().toString();
		page(result).isSound().says("Votre rendez-vous est confirmé", code, "32230 Marciac", "Annuler ce rendez-vous");
		assertThat(result.getResponse().getContentAsString().replaceAll("(?s).*<title>(.*)</title>.*", "$1"))
			.doesNotContain("Daste", "Jeanne");
		Genuine.assertNoSession(result);
		page(get(this.address + "?lang=en")).isSound()
			.says("Your appointment is confirmed", "Tuesday 12 January 2027", "9:20 am");
	}

	@Test
	void cancelling_asks_once_and_frees_the_time() {
		page(get(this.address + "/annulation")).isSound().says("Annuler ce rendez-vous ?", "9 h 20");
		assertThat(cancel()).hasStatus3xxRedirection().hasRedirectedUrl(this.address);
		page(get(this.address)).isSound()
			.says("Votre rendez-vous est annulé", "Vous l’avez annulé", "Prendre un autre rendez-vous")
			.doesNotSay("carte Vitale");
		page(get("/lieux/" + this.marciac.getSlug())).has("input[value='2027-01-12T08:20:00Z']");
		assertThat(cancel()).hasRedirectedUrl(this.address + "?refus=NOT_BOOKED");
		page(get(this.address + "/annulation")).isSound().says("Votre rendez-vous est annulé");
	}

	@Test
	void a_doctor_who_cannot_come_is_said_to_have_cancelled() {
		this.scheduling.giveBack(this.doctor.getId(), this.morning.getId());
		page(get(this.address)).isSound().says("Le médecin ne peut pas venir ce jour-là");
	}

	@Test
	void a_visit_that_has_begun_is_not_cancelled_any_more() {
		this.clock.set(TUESDAY.atTime(9, 20));
		page(get(this.address)).isSound().doesNotSay("Annuler ce rendez-vous");
		page(get(cancel().getResponse().getRedirectedUrl())).isSound().says("Cet horaire est passé");
	}

	@ParameterizedTest
	@ValueSource(strings = { "devine", "x-_", "AAAAAAAAAAAAAAAAAAAAAAAA" })
	void a_link_nobody_was_given_leads_to_the_search_by_code(String secret) {
		for (var path : new String[] { "", "/annulation", "/calendrier.ics" }) {
			var result = get("/rendez-vous/" + secret + path);
			assertThat(result).hasStatus(HttpStatus.NOT_FOUND);
			page(result).isSound().says("Nous ne trouvons pas ce rendez-vous").has("a[href=/rendez-vous/retrouver]");
		}
		this.clock.set(TUESDAY.plusDays(31).atTime(10, 0));
		assertThat(get(this.address)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void the_calendar_file_says_when_and_where_but_not_who_nor_the_way_to_cancel() throws Exception {
		var entry = calendarEntry();
		assertThat(entry.toString()).contains("DTSTART;TZID=Europe/Paris:20270112T092000")
			.contains("Maison de santé de Marciac")
			.contains("STATUS:CONFIRMED")
			.doesNotContain("Daste", "Jeanne", "Consultation", this.booking.link().value());
		cancel();
		assertThat(calendarEntry().toString()).contains("STATUS:CANCELLED");
	}

	private VEvent calendarEntry() throws Exception {
		System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
		var result = get(this.address + "/calendrier.ics");
		assertThat(result).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
		var calendar = new CalendarBuilder()
			.build(new ByteArrayInputStream(result.getResponse().getContentAsByteArray()));
		return calendar.<VEvent>getComponents("VEVENT").getFirst();
	}

	@Test
	void code_and_birth_date_find_it_again() {
		page(get("/rendez-vous/retrouver")).isSound().has("input[name=code]");
		var found = find(this.booking.appointment().getCode().value().toLowerCase(), "8 mai 1941");
		page(get(found.getResponse().getRedirectedUrl())).isSound().says("Votre rendez-vous est confirmé", "9 h 20");
	}

	@Test
	void a_wrong_code_and_a_wrong_date_get_the_same_answer() {
		var code = this.booking.appointment().getCode().toString();
		var sentence = "Aucun rendez-vous à venir ne porte ce code avec cette date de naissance";
		page(find(code, "09/05/1941")).isSound().says(sentence);
		page(find("AAAAAA", "08/05/1941")).isSound().says(sentence);
		page(find("\u0000", "jamais")).isSound().says(sentence);
		page(find("", "")).isSound().says("Écrivez le code", "Écrivez la date de naissance");
	}

	@Test
	void guessing_is_slowed_down_for_a_quarter_of_an_hour() {
		this.clock.set(LocalDate.of(2027, 1, 6).atTime(8, 0));
		var code = this.booking.appointment().getCode().toString();
		for (int n = 0; n < RetrievalBrake.TRIES; n++) {
			find("AAAAAA", "08/05/1941");
		}
		assertThat(find(code, "08/05/1941")).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
		page(find(code, "08/05/1941")).isSound().says("Trop d’essais");
		this.clock.set(LocalDate.of(2027, 1, 6).atTime(8, 15));
		assertThat(find(code, "08/05/1941")).hasStatus3xxRedirection();
	}

}
