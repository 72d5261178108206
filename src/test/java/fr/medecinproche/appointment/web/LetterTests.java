package fr.medecinproche.appointment.web;

import java.time.LocalDate;
import java.time.LocalTime;

import fr.medecinproche.account.Role;
import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.Booking;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.Channel;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.PdfAssertions.pdf;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class LetterTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Scenario scenario;

	@Autowired
	BookingService bookings;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private ConsultationSite marciac;

	private HalfDaySlot morning;

	private Booking landline;

	private Booking mobile;

	private RequestPostProcessor host;

	@BeforeEach
	void twoPatients() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.morning = this.scenario.taken(this.scenario.volunteer("Aline", "Roux"), this.marciac,
				HalfDay.morningOf(TUESDAY));
		this.landline = this.scenario.appointment(this.morning, LocalTime.of(9, 20),
				patient("Noëlle", "Pérès-Cœurjoly", "+33562000001", null));
		this.mobile = this.scenario.appointment(this.morning, LocalTime.of(10, 0),
				patient("Jeanne", "Daste", "+33639980002", null));
		this.host = People.signedIn(this.scenario.hostOf(this.marciac).id(), Role.HOST);
	}

	private static Patient patient(String givenName, String familyName, @Nullable String phone,
			@Nullable String email) {
		return new Patient(givenName, familyName, LocalDate.of(1941, 5, 8), phone, email, null, RegularDoctor.NO,
				false);
	}

	private static String address(Booking booking) {
		return "/rendez-vous/" + booking.link().value();
	}

	private static String hostPage(Booking booking) {
		return "/lieu/rendez-vous/" + booking.appointment().getId();
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).exchange();
	}

	private MvcTestResult asHost(String uri) {
		return this.mvc.get().uri(uri).with(this.host).exchange();
	}

	@Test
	void whoever_gets_no_message_is_told_apart() {
		assertThat(patient("Jeanne", "Daste", "+33562000001", null).isReachableInWriting()).isFalse();
		assertThat(patient("Jeanne", "Daste", "+33639980002", null).isReachableInWriting()).isTrue();
		assertThat(patient("Jeanne", "Daste", "+33562000001", "j@essai.example").isReachableInWriting()).isTrue();
	}

	@Test
	void a_letter_says_all_there_is_to_know_in_large_type() {
		page(get(address(this.landline))).isSound().has("a[href$='/lettre.pdf']").says("Imprimer en gros caractères");
		var result = get(address(this.landline) + "/lettre.pdf");
		assertThat(result).hasStatusOk().hasContentType("application/pdf");
		assertThat(result).headers().hasValue("Cache-Control", "no-store").hasValue("X-Robots-Tag", "noindex");
		Genuine.assertNoSession(result);
		var code = this.landline.appointment().getCode();
		pdf(result).keptAs("lettre")
			.isAccessible("fr")
			.hasNoLettersOverOthers()
			.hasPages(1, PDRectangle.A4)
			.hasTypeOfAtLeast(16)
			.says("Rendez-vous de Noëlle Pérès-Cœurjoly", "mardi 12 janvier 2027", "à 9 h 20")
			.says("Maison de santé de Marciac", "1 place de la Mairie", "32230 Marciac", "01 99 00 12 34")
			.says(code.toString(), code.value().charAt(0) + "", "carte Vitale", "Au fond de la cour", "appelez le 15")
			.doesNotSay("Consultation", "médecine", "??", "1941")
			.titleDoesNotSay("Noëlle", "Pérès");
	}

	@Test
	void the_host_s_letter_leaves_room_for_an_address() {
		this.jdbc.sql("update appointment set code = 'CQERJU' where id = :id")
			.param("id", this.landline.appointment().getId())
			.update();
		var result = asHost(hostPage(this.landline) + "/lettre.pdf");
		assertThat(result).hasStatusOk().hasContentType("application/pdf");
		assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store");
		pdf(result).keptAs("lettre-a-poster")
			.isAccessible("fr")
			.hasNoLettersOverOthers()
			.hasPages(1, PDRectangle.A4)
			.hasTypeOfAtLeast(16)
			.says("Noëlle Pérès-Cœurjoly", "mardi 12 janvier 2027", "01 99 00 12 34")
			.says("CQE RJU", "C comme Célestin, Q comme Quintal");
	}

	@Test
	void a_letter_is_in_the_reader_s_language() {
		pdf(get(address(this.mobile) + "/lettre.pdf?lang=en")).isAccessible("en")
			.says("Appointment of Jeanne Daste", "Tuesday 12 January 2027", "at 10:00 am", "In an emergency");
	}

	@Test
	void a_long_way_to_describe_takes_a_second_page() {
		this.jdbc.sql("update consultation_site set access_notes = :notes")
			.param("notes", "Prenez la petite rue derrière l’église. ".repeat(15))
			.update();
		pdf(get(address(this.mobile) + "/lettre.pdf")).hasPages(2, PDRectangle.A4).says("derrière l’église", "le 15");
	}

	@Test
	void what_is_not_booked_is_explained_rather_than_printed() {
		this.bookings.cancel(this.mobile.appointment().getId(), Canceller.PATIENT);
		assertThat(get(address(this.mobile) + "/lettre.pdf")).hasRedirectedUrl(address(this.mobile));
		assertThat(asHost(hostPage(this.mobile) + "/lettre.pdf")).hasRedirectedUrl(hostPage(this.mobile));
		assertThat(get("/rendez-vous/devine/lettre.pdf")).hasRedirectedUrl("/rendez-vous/devine");
		assertThat(get("/rendez-vous/x%2F..%2Flieu/lettre.pdf").getResponse().getStatus()).isGreaterThanOrEqualTo(300);
	}

	@Test
	void a_letter_is_for_the_site_s_own_host() {
		var elsewhere = this.scenario.openSite("Centre de santé de Plaisance", Scenario.PLAISANCE);
		var stranger = People.signedIn(this.scenario.hostOf(elsewhere).id(), Role.HOST);
		assertThat(this.mvc.get().uri(hostPage(this.landline) + "/lettre.pdf").with(stranger).exchange())
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(hostPage(this.landline) + "/lettre.pdf")).hasStatus(HttpStatus.FOUND)
			.hasRedirectedUrl("/compte/connexion");
	}

	@Test
	void the_host_sees_whom_to_call_and_prints_their_letter_first() {
		page(asHost(hostPage(this.landline))).isSound()
			.says("Ne reçoit pas de message : à appeler")
			.has(".fr-btns-group li:first-child a[href$='/lettre.pdf']");
		page(asHost(hostPage(this.mobile))).isSound()
			.doesNotSay("à appeler")
			.hasNo(".fr-btns-group li:first-child a[href$='/lettre.pdf']")
			.has("a[href$='/lettre.pdf']");
		page(asHost("/lieu?jour=2027-01-12")).isSound()
			.has(".visit:nth-child(1) .to-call")
			.hasNo(".visit:nth-child(2) .to-call");
	}

	@Test
	void the_regulator_sees_whom_to_call() {
		for (var phone : new String[] { "+33562000001", "+33639980002" }) {
			var regulator = this.scenario.account("sas" + phone + "@essai.example", Role.REGULATOR);
			var hold = this.bookings.hold(this.morning.getId(),
					TUESDAY.atTime(11, phone.equals("+33562000001") ? 0 : 20).atZone(HalfDay.ZONE).toInstant(),
					VisitKind.CONSULTATION, Asker.by(Channel.REGULATOR));
			var booked = this.bookings.confirm(hold.secret(), patient("Lucie", "Sentenac", phone, null),
					java.util.Locale.FRENCH, regulator.id());
			var seen = page(this.mvc.get()
				.uri("/regulation/rendez-vous/" + booked.appointment().getId())
				.with(People.signedIn(regulator.id(), Role.REGULATOR))
				.exchange()).isSound();
			if (phone.equals("+33562000001")) {
				seen.says("Ne reçoit pas de message", "Demandez-lui de noter").has("a[href$='/lettre.pdf']");
			}
			else {
				seen.doesNotSay("Ne reçoit pas de message").hasNo("a[href$='/lettre.pdf']");
			}
		}
	}

	@Test
	void the_regulator_who_booked_it_prints_the_letter_and_no_other() {
		var regulator = this.scenario.account("sas@essai.example", Role.REGULATOR);
		var hold = this.bookings.hold(this.morning.getId(), TUESDAY.atTime(11, 0).atZone(HalfDay.ZONE).toInstant(),
				VisitKind.CONSULTATION, Asker.by(Channel.REGULATOR));
		var booked = this.bookings
			.confirm(hold.secret(), patient("Lucie", "Sentenac", "+33562000001", null), java.util.Locale.FRENCH,
					regulator.id())
			.appointment();
		var address = "/regulation/rendez-vous/" + booked.getId();
		var theirs = People.signedIn(regulator.id(), Role.REGULATOR);
		var result = this.mvc.get().uri(address + "/lettre.pdf").with(theirs).exchange();
		assertThat(result).hasStatusOk().hasContentType("application/pdf");
		pdf(result).hasPages(1, PDRectangle.A4).says("Lucie Sentenac", "à 11 h", "01 99 00 12 34");
		var colleague = this.scenario.account("sas2@essai.example", Role.REGULATOR);
		for (var other : new RequestPostProcessor[] { People.signedIn(colleague.id(), Role.REGULATOR), this.host }) {
			assertThat(this.mvc.get().uri(address + "/lettre.pdf").with(other).exchange().getResponse().getStatus())
				.isIn(403, 404);
		}
		this.bookings.cancel(booked.getId(), Canceller.REGULATOR);
		assertThat(this.mvc.get().uri(address + "/lettre.pdf").with(theirs).exchange()).hasRedirectedUrl(address);
	}

}
