package fr.medecinproche.site.stop;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

import fr.medecinproche.account.Role;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.DayPart;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.PdfAssertions;
import fr.medecinproche.testing.People;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.Volunteer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bus sleeps in Marciac and stops in Plaisance, then at another place of Plaisance in
 * the afternoon: whoever reads about a half-day reads its stop, and nobody the bus's
 * home.
 */
@ApplicationTest
class ItinerantSiteTests {

	private static final String HOME = "place de la Mairie";

	private static final String STADIUM = "Parking du stade";

	private static final String HALL = "Devant la salle des fêtes";

	@Autowired
	StopService service;

	@Autowired
	Communes communes;

	@Autowired
	Scenario scenario;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private ConsultationSite bus;

	private Volunteer anne;

	private HalfDaySlot morning;

	@BeforeEach
	void aBusWithADoctor() {
		this.database.clean();
		this.bus = this.scenario.openBus("Médicobus du Gers", Scenario.MARCIAC);
		stops(DayPart.MORNING, STADIUM);
		stops(DayPart.AFTERNOON, HALL);
		this.anne = this.scenario.volunteer("Anne", "Abadie");
		this.morning = this.scenario.taken(this.anne, this.bus, HalfDay.morningOf(TUESDAY));
		this.scenario.taken(this.anne, this.bus, HalfDay.afternoonOf(TUESDAY));
	}

	private void stops(DayPart period, String address) {
		var plaisance = this.communes.findById(Scenario.PLAISANCE).orElseThrow();
		this.service.plan(this.bus.getId(), List.of(TUESDAY), Set.of(period),
				new StopPlace(plaisance, address, plaisance.getPostalCodes().getFirst(), plaisance.getPosition()));
	}

	@Test
	void a_patient_reads_the_stop_from_the_search_to_the_confirmation() {
		get("/recherche?communeCode=" + Scenario.PLAISANCE, null).says(STADIUM, HALL).doesNotSay(HOME);
		get("/lieux/" + this.bus.getSlug(), null).says("Ce lieu se déplace", STADIUM).doesNotSay(HOME).hasNo("figure");
		var held = this.mvc.post()
			.uri("/rendez-vous/reservations")
			.with(Genuine.form())
			.param("slot", String.valueOf(this.morning.getId()))
			.param("startsAt", "2027-01-12T08:20:00Z")
			.exchange();
		get(String.valueOf(held.getResponse().getRedirectedUrl()), null).says("Médicobus du Gers", "Plaisance")
			.doesNotSay(HOME);
	}

	@Test
	void what_a_patient_receives_leads_to_the_stop() {
		var mail = this.scenario.appointment(this.morning, LocalTime.of(9, 20), Scenario.patient("Jean", "Castan"));
		this.scenario.appointment(this.morning, LocalTime.of(9, 40), byPhone());
		var code = "/rendez-vous/" + mail.link().value();
		get(code, null).says(STADIUM, "Plaisance").doesNotSay(HOME);
		assertThat(this.mvc.get().uri(code + "/calendrier.ics")).bodyText().contains("Plaisance").doesNotContain(HOME);
		assertThat(sent("SMS")).isNotEmpty().allSatisfy((text) -> assertThat(text).contains("Plaisance"));
		assertThat(sent("EMAIL")).isNotEmpty().anySatisfy((text) -> assertThat(text).contains(STADIUM));
		assertThat(sent(null)).noneMatch((text) -> text.contains(HOME) || text.contains("Marciac"));
	}

	@Test
	void a_doctor_reads_both_stops_of_the_day() {
		this.scenario.appointment(this.morning, LocalTime.of(9, 20), Scenario.patient("Jean", "Castan"));
		var sheet = "/medecin/agenda/" + this.morning.getId();
		get("/medecin", doctor()).says("Plaisance");
		get("/medecin/agenda", doctor()).says("Plaisance");
		get(sheet, doctor()).says(STADIUM, HALL).doesNotSay(HOME, "Marciac");
		get(sheet + "/accueil", doctor()).says(STADIUM).doesNotSay(HOME);
		pdf(sheet + "/accueil.pdf", doctor()).says(STADIUM).doesNotSay(HOME);
		pdf(sheet + "/ma-journee.pdf", doctor()).says(STADIUM, HALL, "Plaisance").doesNotSay(HOME);
	}

	@Test
	void a_secretary_and_the_agency_read_where_the_bus_stands() {
		this.scenario.appointment(this.morning, LocalTime.of(9, 20), Scenario.patient("Jean", "Castan"));
		var host = People.signedIn(this.scenario.hostOf(this.bus).id(), Role.HOST);
		get("/lieu?jour=2027-01-12", host).says(STADIUM, HALL).doesNotSay(HOME);
		get("/lieu/fiche-accueil", host).says("Ce lieu se déplace", STADIUM, HALL).doesNotSay(HOME);
		pdf("/lieu/fiche-accueil.pdf", host).says("Ce lieu se déplace", STADIUM, HALL)
			.doesNotSay(HOME)
			.isAccessible("fr");
		get("/ars/demi-journees?mois=2027-01", People.agent()).says("Médicobus du Gers, Plaisance");
		get("/ars/creneaux/" + this.morning.getId() + "/fermeture", People.agent()).doesNotSay(HOME, "Marciac");
		get("/ars/medecins/" + this.anne.getId(), People.agent()).says("Médicobus du Gers, Plaisance");
	}

	/** Only a mobile number: written to by SMS. */
	private static Patient byPhone() {
		return new Patient("Marie", "Duffau", LocalDate.of(1950, 5, 8), "+33639980002", null, Scenario.PLAISANCE,
				RegularDoctor.NO, false);
	}

	private List<String> sent(@Nullable String channel) {
		return this.jdbc.sql("""
				select body_text || coalesce(body_html, '') || coalesce(calendar, '') from outbox_message
				where cast(:channel as text) is null or channel = cast(:channel as text)""")
			.param("channel", channel)
			.query(String.class)
			.list();
	}

	private RequestPostProcessor doctor() {
		return People.signedIn(this.anne.getAccount().id(), Role.VOLUNTEER);
	}

	private PageAssertions get(String uri, @Nullable RequestPostProcessor who) {
		var request = this.mvc.get().uri(uri);
		return page(((who != null) ? request.with(who) : request).exchange()).isSound();
	}

	private PdfAssertions pdf(String uri, RequestPostProcessor who) {
		return PdfAssertions.pdf(this.mvc.get().uri(uri).with(who).exchange());
	}

}
