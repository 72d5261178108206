package fr.medecinproche.messaging;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.waiting.WaitingService;
import fr.medecinproche.waiting.WaitingWish;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What those who wait receive.
 */
@ApplicationTest
class WaitingLettersTests {

	@Autowired
	WaitingService waiting;

	@Autowired
	Communes communes;

	@Autowired
	Dispatcher dispatcher;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	private static Patient jeanne(@Nullable String phone, @Nullable String email) {
		return new Patient("Jeanne", "Daste", LocalDate.of(1941, 5, 8), phone, email, Scenario.PLAISANCE,
				RegularDoctor.NO, false);
	}

	private void joins(Patient patient, Locale locale) {
		this.waiting.join(patient, this.communes.findById(Scenario.PLAISANCE).orElseThrow(),
				new WaitingWish(VisitKind.CONSULTATION, (short) 30, null), locale);
	}

	private void aHalfDayIsTaken() {
		this.scenario.taken(this.scenario.volunteer("Aline", "Roux"),
				this.scenario.openSite("Maison de santé pluridisciplinaire du pays de Marciac", Scenario.MARCIAC),
				HalfDay.morningOf(TUESDAY));
	}

	private List<Written> letters(String key) {
		return this.jdbc
			.sql("""
					select channel, recipient, replace(subject, chr(160), ' ') as subject,
					replace(body_text, chr(160), ' ') as text, status from outbox_message where dedup_key like ? order by id""")
			.param(key)
			.query(Written.class)
			.list();
	}

	@Test
	void an_offer_says_until_when_where_and_how_to_answer_by_both_ways() {
		joins(jeanne("+33639980002", "jeanne@essai.example"), Locale.FRENCH);
		aHalfDayIsTaken();
		var letters = letters("waiting-offer:%");
		assertThat(letters).extracting(Written::channel).containsExactly("EMAIL", "SMS");
		assertThat(letters.getFirst().subject()).isEqualTo("Un horaire est gardé pour vous jusqu’à 8 h 30");
		assertThat(letters.getFirst().text())
			.contains("mardi 12 janvier 2027 à 9 h", "Marciac", "jusqu’à 8 h 30", "/offre",
					"le rendez-vous n’est pas pris")
			.doesNotContain("Jeanne", "Daste", "médecin généraliste");
		assertThat(Gsm7.covers(letters.getLast().text())).isTrue();
		assertThat(Gsm7.messages(letters.getLast().text())).isOne();
		assertThat(letters.getLast().text()).contains("mardi 12 janvier", "Marciac", "/alertes/");
	}

	@Test
	void speaks_english_to_whoever_joined_in_english() {
		joins(jeanne("+33639980002", "jeanne@essai.example"), Locale.ENGLISH);
		aHalfDayIsTaken();
		assertThat(letters("waiting:%:joined:%").getFirst().subject()).isEqualTo("We will tell you");
		assertThat(letters("waiting-offer:%").getFirst().subject()).startsWith("A time is kept for you until");
		assertThat(Gsm7.messages(letters("waiting-offer:%").getLast().text())).isOne();
	}

	@Test
	void an_offer_is_never_sent_after_it_ended() {
		joins(jeanne("+33639980002", null), Locale.FRENCH);
		aHalfDayIsTaken();
		this.clock.set(LocalDateTime.of(2027, 1, 4, 8, 31));
		this.dispatcher.dispatch();
		assertThat(letters("waiting-offer:%")).extracting(Written::status).containsExactly("EXPIRED");
	}

	@Test
	void whoever_joins_again_and_again_receives_one_message_a_day() {
		joins(jeanne("+33639980002", null), Locale.FRENCH);
		joins(jeanne("+33639980002", null), Locale.FRENCH);
		assertThat(letters("waiting:%")).hasSize(1);
		assertThat(Gsm7.messages(letters("waiting:%").getFirst().text())).isOne();
		this.clock.set(LocalDateTime.of(2027, 1, 5, 9, 0));
		joins(jeanne("+33639980002", null), Locale.FRENCH);
		assertThat(letters("waiting:%")).hasSize(2);
	}

	@Test
	void one_phone_is_not_rung_for_every_name_somebody_types() {
		for (char letter = 'A'; letter < 'K'; letter++) {
			joins(new Patient("Jeanne", "Daste " + letter, LocalDate.of(1941, 5, 8), "+33639980002", null,
					Scenario.PLAISANCE, RegularDoctor.NO, false), Locale.FRENCH);
		}
		assertThat(letters("waiting:%:joined:%")).hasSize(6);
	}

	@Test
	void whoever_gets_an_appointment_is_asked_whether_they_still_wait() {
		joins(jeanne("+33639980002", "jeanne@essai.example"), Locale.FRENCH);
		var slot = this.scenario.taken(this.scenario.volunteer("Aline", "Roux"),
				this.scenario.openSite("Maison de santé", Scenario.LE_VIGAN), HalfDay.morningOf(TUESDAY));
		this.scenario.appointment(slot, LocalTime.of(9, 0), jeanne("+33639980002", "jeanne@essai.example"));
		assertThat(letters("waiting:%:ended:%")).singleElement()
			.satisfies((letter) -> assertThat(letter.text()).contains("vous n’êtes plus sur la liste d’attente",
					"Je veux attendre encore", "/alertes/"));
	}

	private record Written(String channel, String recipient, @Nullable String subject, String text, String status) {

	}

}
