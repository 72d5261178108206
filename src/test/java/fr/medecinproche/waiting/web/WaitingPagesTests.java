package fr.medecinproche.waiting.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;

import fr.medecinproche.appointment.Booking;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static fr.medecinproche.testing.PageAssertions.page;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * « Prévenez-moi », as people see it.
 */
@ApplicationTest
class WaitingPagesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	BookingService bookings;

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

	private HalfDaySlot morning;

	private Booking first;

	@BeforeEach
	void aFullMorning() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		for (int number = 0; number < 10; number++) {
			var booking = this.scenario.appointment(this.morning, LocalTime.of(9, 0).plusMinutes(20L * number),
					Scenario.patient("Louis", "Castex" + (char) ('a' + number)));
			this.first = (number == 0) ? booking : this.first;
		}
	}

	private static Map<String, String> form() {
		return new HashMap<>(Map.ofEntries(Map.entry("commune", "Plaisance (Gers)"), Map.entry("radius", "30"),
				Map.entry("kind", "CONSULTATION"), Map.entry("when", "ANY"), Map.entry("whom", "SELF"),
				Map.entry("givenName", "Jeanne"), Map.entry("familyName", "Daste"),
				Map.entry("birthDate", "8 mai 1941"), Map.entry("regularDoctor", "NO"),
				Map.entry("phone", "06 39 98 12 34"), Map.entry("email", "")));
	}

	private MvcTestResult join(Map<String, String> fields) {
		var request = this.mvc.post().uri("/alertes").with(Genuine.form());
		fields.forEach(request::param);
		return request.exchange();
	}

	/** The address of somebody's page, "/alertes/{secret}". */
	private String joined(Map<String, String> fields) {
		return target(join(fields));
	}

	private static String target(MvcTestResult result) {
		assertThat(result).hasStatus3xxRedirection();
		return result.getResponse().getRedirectedUrl();
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).exchange();
	}

	private MvcTestResult answer(String address, String verb, String... parameters) {
		var request = this.mvc.post().uri(address).with(Genuine.form());
		if (!verb.isEmpty()) {
			request.param("_method", verb);
		}
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.exchange();
	}

	private void free() {
		this.bookings.cancel(this.first.appointment().getId(), Canceller.PATIENT);
	}

	private String offer() {
		return this.jdbc.sql("select max(id)::text from waiting_offer").query(String.class).single();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/alertes", "/alertes?commune=32319&motif=RENEWAL&medecinTraitant=NO",
			"/alertes?commune=Nulle%20part", "/alertes/comment-ca-marche", "/alertes/deja-inscrit",
			"/alertes/au-revoir" })
	void every_page_is_sound_in_both_languages(String address) {
		page(get(address)).isSound();
		page(get(address + (address.contains("?") ? "&" : "?") + "lang=en")).isSound();
		Genuine.assertNoSession(get(address));
	}

	@Test
	void what_the_rules_say_is_what_the_settings_are() {
		page(get("/alertes/comment-ca-marche")).says("30 minutes au plus")
			.says("Aucun entre 21 h et 8 h")
			.says("Après 3 propositions sans réponse, ou au bout de 3 mois");
	}

	@Test
	void the_form_knows_what_was_chosen_before() {
		page(get("/alertes?commune=32319&motif=RENEWAL&medecinTraitant=NO")).has("#commune[value^='Plaisance (Gers)']")
			.has("#kind-RENEWAL[checked]")
			.has("#regularDoctor-NO[checked]")
			.has("#radius-30[checked]");
	}

	@Test
	void whoever_joins_sees_their_place_and_receives_the_link() {
		var other = form();
		other.putAll(Map.of("givenName", "Paul", "phone", "06 39 98 12 35"));
		joined(other);
		var address = joined(form());
		var shown = get(address);
		page(shown).isSound().says("Votre place sur la liste : 2 sur 2, autour de Plaisance.", "Ne plus attendre");
		page(get(address + "?lang=en")).isSound().says("Your place on the list: 2 of 2");
		assertThat(shown).hasHeader(HttpHeaders.CACHE_CONTROL, "no-store").hasHeader("Referrer-Policy", "no-referrer");
		assertThat(this.jdbc.sql("select body_text from outbox_message where dedup_key like 'waiting:2:joined:%'")
			.query(String.class)
			.single()).contains(address);
		assertThat(this.jdbc.sql("select secret_hash from waiting_link").query(String.class).list())
			.doesNotContain(address.substring("/alertes/".length()));
		Genuine.assertNoSession(shown);
	}

	@Test
	void says_so_where_no_place_is_open_yet() {
		var far = form();
		far.putAll(Map.of("commune", "Le Vigan (Gard)", "radius", "10"));
		page(get(joined(far))).isSound().says("Aucun lieu de consultation n’est ouvert à moins de 10 km de Le Vigan");
	}

	@Test
	void a_landline_alone_is_answered_with_the_phone_of_the_nearest_place() {
		var landline = form();
		landline.put("phone", "05 62 69 00 00");
		var refused = join(landline);
		page(refused).isSound()
			.says("Ce numéro ne reçoit pas nos SMS", "Maison de santé de Marciac", "01 99 00 12 34")
			.has("a[href='tel:+33199001234']");
		landline.put("email", "jeanne@essai.example");
		assertThat(joined(landline)).startsWith("/alertes/");
	}

	@ParameterizedTest
	@CsvSource({ "phone, '', Donnez un téléphone portable ou une adresse e-mail", "phone, 06 39, n’est pas complet",
			"phone, +44 20 7946 0958, ne reçoit pas nos SMS", "radius, '', Choisissez une distance",
			"radius, 31, Choisissez une distance", "radius, abc, radius", "birthDate, 31/02/1950, n’existe pas",
			"birthDate, 01/01/2050, Vérifiez l’année", "givenName, '  ', Écrivez le prénom",
			"familyName, 12, avec des lettres",
			"regularDoctor, '', Certains horaires sont gardés pour les personnes sans médecin traitant",
			"when, '', Choisissez un moment", "commune, Xyzzy, commune", "email, nom@, n’est pas complète" })
	void what_is_missing_or_wrong_is_said_on_the_form(String field, String value, String sentence) {
		var wrong = form();
		wrong.put(field, value);
		var refused = join(wrong);
		assertThat(refused).hasStatusOk();
		page(refused).isSound().has(".fr-alert--error");
		if (!sentence.equals(field)) {
			page(refused).says(sentence);
		}
		assertThat(this.jdbc.sql("select count(*) from waiting_entry").query(Long.class).single()).isZero();
	}

	@Test
	void whoever_waits_already_is_told_so_without_a_link_on_the_page() {
		joined(form());
		var target = joined(form());
		assertThat(target).isEqualTo("/alertes/deja-inscrit");
		page(get(target)).isSound().says("vous gardez votre place");
	}

	@Test
	void an_offer_is_taken_with_one_button() {
		var address = joined(form());
		free();
		page(get(address)).isSound().says("Un horaire est gardé pour vous jusqu’à 8 h 30").has("a[href$='/offre']");
		page(get(address + "/offre")).isSound()
			.says("Ce rendez-vous est gardé pour vous jusqu’à 8 h 30", "mardi 12 janvier 2027", "9 h", "Jeanne Daste",
					"Je prends ce rendez-vous", "Non merci");
		page(get(address + "/offre?lang=en")).isSound().says("I would like this appointment");
		var appointment = target(answer(address + "/offre", "", "offre", offer()));
		assertThat(appointment).startsWith("/rendez-vous/");
		page(get(appointment)).says("Votre rendez-vous est confirmé", "Jeanne Daste");
		page(get(address + "/offre")).isSound().says("Ce rendez-vous est à vous");
		assertThat(target(answer(address + "/offre", "", "offre", offer()))).startsWith("/rendez-vous/");
		page(get(address)).isSound().says("Vous n’attendez plus", "Je veux attendre encore");
		answer(address + "/attente", "");
		page(get(address)).says("Vous êtes sur la liste d’attente");
	}

	@Test
	void an_offer_that_is_refused_goes_on_and_can_be_taken_back_while_it_is_free() {
		var address = joined(form());
		free();
		assertThat(target(answer(address + "/offre", "delete", "offre", offer()))).isEqualTo(address + "/offre");
		page(get(address + "/offre")).isSound().says("Cet horaire est encore libre", "Je prends ce rendez-vous");
		this.scenario.appointment(this.morning, LocalTime.of(9, 0), Scenario.patient("Luc", "Castex"));
		page(get(address + "/offre")).isSound().says("Cet horaire n’est plus libre").hasNo("button.fr-btn--lg");
		var refused = target(answer(address + "/offre", "", "offre", offer()));
		assertThat(refused).isEqualTo(address + "/offre?refus=HOLD_ENDED");
		page(get(refused)).isSound().says("cet horaire n’est plus gardé pour vous");
	}

	@Test
	void an_offer_nobody_answered_says_so_when_the_half_hour_is_over() {
		var address = joined(form());
		free();
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 30));
		page(get(address + "/offre")).isSound().says("Nous ne le gardons plus pour vous");
		assertThat(target(answer(address + "/offre", "", "offre", offer()))).startsWith("/rendez-vous/");
	}

	@Test
	void whoever_has_an_appointment_may_move_it() {
		var later = this.scenario.taken(this.doctor, this.marciac, HalfDay.afternoonOf(TUESDAY.plusDays(1)));
		this.scenario.appointment(later, LocalTime.of(14, 0), jeanne());
		var address = joined(form());
		this.jdbc.sql("delete from waiting_offer").update();
		free();
		page(get(address + "/offre")).isSound()
			.says("Je déplace ici mon rendez-vous du mercredi 13 janvier 2027 à 14 h",
					"Je prends ce rendez-vous et je garde l’autre");
		var id = this.jdbc.sql("select id::text from appointment where family_name = 'Daste'")
			.query(String.class)
			.single();
		assertThat(target(answer(address + "/offre", "", "offre", offer(), "alaplacede", id)))
			.startsWith("/rendez-vous/");
		assertThat(this.jdbc.sql("select status from appointment where id = ?::bigint")
			.param(id)
			.query(String.class)
			.single()).isEqualTo("MOVED");
	}

	private static Patient jeanne() {
		return new Patient("Jeanne", "Daste", LocalDate.of(1941, 5, 8), "+33639981234", null, Scenario.PLAISANCE,
				RegularDoctor.NO, false);
	}

	@Test
	void leaving_is_one_click_and_a_get_never_acts() {
		var address = joined(form());
		get(address);
		get(address + "/offre");
		assertThat(target(answer(address, "delete"))).isEqualTo("/alertes/au-revoir");
		var gone = get(address);
		assertThat(gone).hasStatus(HttpStatus.NOT_FOUND);
		page(gone).isSound().says("Nous ne trouvons pas cette page d’attente");
		assertThat(answer(address, "delete")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(answer(address + "/offre", "", "offre", "1")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/alertes/nimporte-quoi", "/alertes/nimporte-quoi/offre" })
	void a_link_nobody_was_given_leads_nowhere(String address) {
		assertThat(get(address)).hasStatus(HttpStatus.NOT_FOUND);
		page(get(address)).isSound();
	}

}
