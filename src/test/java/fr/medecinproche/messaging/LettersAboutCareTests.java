package fr.medecinproche.messaging;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.AppointmentAccess;
import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.Booking;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.MovingService;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock.SettableClock;
import fr.medecinproche.volunteer.Volunteer;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class LettersAboutCareTests {

	@Autowired
	Scenario scenario;

	@Autowired
	BookingService bookings;

	@Autowired
	MovingService moves;

	@Autowired
	AppointmentAccess access;

	@Autowired
	SettableClock clock;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void a_patient_receives_day_time_place_code_and_a_link_of_their_own() {
		var booking = book(halfDayOfDrRoux(), Scenario.patient("Jeanne", "Martin"));
		var letter = only("appointment:%");
		assertThat(letter.recipient()).isEqualTo("patient@essai.example");
		assertThat(letter.subject()).isEqualTo("Votre rendez-vous du mardi 12 janvier");
		assertThat(letter.text()).contains("mardi 12 janvier 2027 à 9 h 20",
				"Maison de santé, 1 place de la Mairie, 32230 Marciac", "01 99 00 12 34",
				String.valueOf(booking.appointment().getCode()).replace('\u00a0', ' '));
		assertThat(linkIn(letter)).hasSize(24);
		assertThat(letter.subject() + letter.text() + letter.calendar()).doesNotContain("Jeanne", "Martin", "1941");
		assertThat(letter.calendar()).contains("METHOD:REQUEST", "DTSTART;TZID=Europe/Paris:20270112T092000")
			.doesNotContain(linkIn(letter));
	}

	@Test
	void a_patient_with_only_a_mobile_receives_one_text_message() {
		book(halfDayOfDrRoux(), patient("+33639980002", null));
		var letter = only("appointment:%");
		assertThat(letter.channel()).isEqualTo("SMS");
		assertThat(letter.recipient()).isEqualTo("+33639980002");
		assertThat(letter.text()).startsWith("RDV mardi 12 janvier à 9 h 20, Maison de santé. Code ")
			.contains("/rendez-vous/");
		assertThat(Gsm7.covers(letter.text())).isTrue();
		assertThat(Gsm7.messages(letter.text())).isOne();
	}

	@Test
	void nothing_is_written_to_a_land_line() {
		book(halfDayOfDrRoux(), patient("+33199001234", null));
		assertThat(letters("appointment:%")).isEmpty();
	}

	@Test
	void a_patient_who_cancels_is_told_that_it_is_done() {
		var booking = book(halfDayOfDrRoux(), Scenario.patient("Jeanne", "Martin"));
		this.bookings.cancel(booking.appointment().getId(), Canceller.PATIENT);
		var letter = only("appointment:%:cancelled");
		assertThat(letter.subject()).isEqualTo("Votre rendez-vous du mardi 12 janvier est annulé");
		assertThat(letter.text()).contains("comme demandé", "/recherche?commune=32319").doesNotContain("désolés");
		assertThat(letter.calendar()).contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1",
				uid(only("appointment:%:booked")));
	}

	@Test
	void a_patient_whose_visit_the_site_calls_off_reads_an_apology_but_not_when_they_called_themselves() {
		var slot = halfDayOfDrRoux();
		var called = this.scenario.appointment(slot, LocalTime.of(10, 0), patient(null, "jeanne@essai.example"));
		var sorry = this.scenario.appointment(slot, LocalTime.of(10, 20), patient(null, "luc@essai.example"));
		var mobile = this.scenario.appointment(slot, LocalTime.of(10, 40), patient("+33639980003", null));
		this.bookings.cancelForCaller(called.appointment().getId());
		this.bookings.cancel(sorry.appointment().getId(), Canceller.HOST);
		this.bookings.cancel(mobile.appointment().getId(), Canceller.HOST);
		assertThat(only("appointment:%d:cancelled".formatted(called.appointment().getId())).text())
			.contains("comme demandé")
			.doesNotContain("désolés");
		assertThat(only("appointment:%d:cancelled".formatted(sorry.appointment().getId())).text())
			.contains("le lieu de consultation ne pourra pas vous recevoir", "désolés", "/recherche?commune=32319")
			.doesNotContain("comme demandé", "médecin ne pourra");
		var sms = only("appointment:%d:cancelled".formatted(mobile.appointment().getId()));
		assertThat(sms.text()).contains("annulé par le lieu, désolés");
		assertThat(Gsm7.messages(sms.text())).isOne();
	}

	@Test
	void when_the_doctor_cannot_come_every_patient_is_told_with_an_apology_and_where_to_book_again() {
		var slot = halfDayOfDrRoux();
		var doctor = slot.getVolunteer();
		book(slot, Scenario.patient("Jeanne", "Martin"));
		this.scenario.appointment(slot, LocalTime.of(10, 0), patient("+33639980003", null));
		this.scheduling.giveBack(doctor.getId(), slot.getId());
		assertThat(letters("appointment:%:cancelled")).hasSize(2)
			.allSatisfy((letter) -> assertThat(letter.text()).containsIgnoringCase("désolés")
				.contains("01 99 00 12 34", "/recherche?commune=32319"));
		var sms = letters("appointment:%:cancelled").stream().filter((it) -> it.channel().equals("SMS")).findFirst();
		assertThat(Gsm7.messages(sms.orElseThrow().text())).isOne();
	}

	@Test
	void when_the_doctor_cannot_come_the_times_held_for_the_patient_are_named_and_a_link_leads_to_them() {
		var slot = halfDayOfDrRoux();
		this.scenario.taken(this.scenario.volunteer("Paul", "Fabre"), slot.getSite(),
				HalfDay.afternoonOf(Scenario.TUESDAY));
		var visit = book(slot, Scenario.patient("Jeanne", "Martin")).appointment();
		this.scheduling.giveBack(slot.getVolunteer().getId(), slot.getId());
		var letter = only("appointment:%d:cancelled".formatted(visit.getId()));
		assertThat(letter.subject()).isEqualTo("Votre rendez-vous du mardi 12 janvier est annulé");
		assertThat(letter.text()).contains("désolés", "gardés pour vous jusqu’au",
				"Horaire gardé : mardi 12 janvier 2027 à 14 h, Maison de santé, 1 place de la Mairie, 32230 Marciac");
		assertThat(this.access.open(Secret.of(linkIn(letter)))).map(Appointment::getId).contains(visit.getId());
		assertThat(unfolded(letter)).contains("METHOD:CANCEL");
	}

	@Test
	void a_visit_that_moves_stays_one_entry_in_the_calendar_until_it_is_called_off() throws Exception {
		var slot = halfDayOfDrRoux();
		var first = book(slot, Scenario.patient("Jeanne", "Martin")).appointment();
		var moved = move(first, slot, LocalTime.of(10, 0));
		var last = move(moved, slot, LocalTime.of(11, 0));
		this.bookings.cancel(last.getId(), Canceller.PATIENT);
		assertThat(
				this.jdbc.sql("select count(*) from outbox_message where dedup_key like '%:booked' and not_after > ?")
					.param(OffsetDateTime.parse("2027-01-04T08:00:00+01:00"))
					.query(Long.class)
					.single())
			.as("the first confirmation has lost its use before it left")
			.isZero();
		var letter = only("appointment:%d:moved".formatted(last.getId()));
		assertThat(letter.subject()).isEqualTo("Votre rendez-vous est déplacé au mardi 12 janvier");
		assertThat(letter.text()).contains("mardi 12 janvier 2027 à 11 h", "L’ancien rendez-vous est annulé");
		var story = List.of(only("appointment:%d:booked".formatted(first.getId())),
				only("appointment:%d:moved".formatted(moved.getId())), letter,
				only("appointment:%d:cancelled".formatted(last.getId())));
		assertThat(story).extracting(LettersAboutCareTests::uid).containsOnly(uid(story.getFirst()));
		assertThat(story).extracting(LettersAboutCareTests::sequence).containsExactly(0, 1, 2, 3);
		for (var each : story) {
			var calendar = new CalendarBuilder().build(new StringReader(each.calendar()));
			assertThat(calendar.validate().getEntries()).isEmpty();
			assertThat(calendar.getComponents("VTIMEZONE")).hasSize(1);
			assertThat(unfolded(each)).contains("ORGANIZER:mailto:ne-pas-repondre@localhost.localdomain",
					"ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:patient@essai.example");
		}
		assertThat(unfolded(letter)).contains("METHOD:REQUEST", "DTSTART;TZID=Europe/Paris:20270112T110000");
		assertThat(unfolded(story.getLast())).contains("METHOD:CANCEL", "STATUS:CANCELLED");
	}

	@Test
	void a_visit_booked_in_winter_for_the_summer_keeps_its_hour() {
		var site = this.scenario.openSite("Maison de santé", Scenario.MARCIAC);
		this.clock.set(LocalDateTime.of(2027, 3, 22, 9, 0));
		var slot = this.scenario.taken(this.scenario.volunteer("Aline", "Roux"), site,
				HalfDay.morningOf(LocalDate.of(2027, 3, 30)));
		book(slot, Scenario.patient("Jeanne", "Martin"));
		var letter = only("appointment:%");
		assertThat(letter.text()).contains("mardi 30 mars 2027 à 9 h 20");
		assertThat(unfolded(letter)).contains("DTSTART;TZID=Europe/Paris:20270330T092000",
				"TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200");
	}

	@Test
	void a_half_day_appears_in_the_doctors_calendar_and_leaves_it() {
		var slot = halfDayOfDrRoux();
		this.scheduling.giveBack(slot.getVolunteer().getId(), slot.getId());
		var taken = only("half-day:%:HalfDayTaken:%");
		assertThat(taken.recipient()).isEqualTo("aline.roux@essai.example");
		assertThat(taken.text()).contains("Bonjour Dr Aline Roux,", "mardi 12 janvier 2027, 9 h – 12 h 30",
				"/medecin/agenda");
		assertThat(unfolded(taken)).contains("METHOD:REQUEST", "mailto:aline.roux@essai.example");
		var back = only("half-day:%:HalfDayGivenBack:%");
		assertThat(unfolded(back)).contains("METHOD:CANCEL", uid(taken));
		assertThat(sequence(back)).isGreaterThan(sequence(taken));
	}

	@Test
	void a_doctor_whose_half_day_the_agency_closes_is_told() {
		var slot = halfDayOfDrRoux();
		this.scheduling.close(slot.getId());
		assertThat(only("half-day:%:HalfDayClosed:%").text()).contains("L’agence régionale de santé a annulé",
				"désolés");
	}

	@Test
	void a_candidate_is_told_of_the_decision_and_of_its_reason() {
		var agent = this.scenario.agent();
		Volunteer refused = this.scenario.candidate("Paul", "Fabre");
		this.scenario.refuse(refused, "L’inscription à l’ordre n’est pas à jour.", agent.id());
		this.scenario.volunteer("Aline", "Roux");
		assertThat(only("volunteer:1:step:%").text()).contains("Bonjour Dr Paul Fabre,",
				"L’inscription à l’ordre n’est pas à jour.");
		assertThat(only("volunteer:2:step:%").text()).contains("/medecin/demi-journees");
	}

	private HalfDaySlot halfDayOfDrRoux() {
		var site = this.scenario.openSite("Maison de santé", Scenario.MARCIAC);
		return this.scenario.taken(this.scenario.volunteer("Aline", "Roux"), site, HalfDay.morningOf(Scenario.TUESDAY));
	}

	private Appointment move(Appointment from, HalfDaySlot slot, LocalTime time) {
		var startsAt = slot.getHalfDay().day().atTime(time).atZone(HalfDay.ZONE).toInstant();
		var hold = this.bookings.hold(slot.getId(), startsAt, VisitKind.CONSULTATION,
				new Asker(fr.medecinproche.appointment.Channel.WEB, RegularDoctor.NO));
		return this.moves.move(from.getId(), hold.secret(), Canceller.PATIENT).appointment();
	}

	private Booking book(HalfDaySlot slot, Patient patient) {
		return this.scenario.appointment(slot, LocalTime.of(9, 20), patient);
	}

	private static Patient patient(@Nullable String phone, @Nullable String email) {
		return new Patient("Jeanne", "Martin", LocalDate.of(1941, 5, 8), phone, email, Scenario.PLAISANCE,
				RegularDoctor.NO, false);
	}

	private Written only(String key) {
		assertThat(letters(key)).hasSize(1);
		return letters(key).getFirst();
	}

	private List<Written> letters(String key) {
		return this.jdbc
			.sql("""
					select channel, recipient, replace(subject, chr(160), ' ') as subject, replace(body_text, chr(160), ' ') as text, calendar
					from outbox_message where dedup_key like ? order by id""")
			.param(key)
			.query(Written.class)
			.list();
	}

	private static String linkIn(Written letter) {
		var text = letter.text();
		var at = text.indexOf("/rendez-vous/") + "/rendez-vous/".length();
		return text.substring(at, text.indexOf('\n', at));
	}

	private static String unfolded(Written letter) {
		return letter.calendar().replace("\r\n ", "");
	}

	private static String uid(Written letter) {
		return unfolded(letter).lines().filter((line) -> line.startsWith("UID:")).findFirst().orElseThrow();
	}

	private static int sequence(Written letter) {
		return unfolded(letter).lines()
			.filter((line) -> line.startsWith("SEQUENCE:"))
			.mapToInt((line) -> Integer.parseInt(line.substring("SEQUENCE:".length())))
			.findFirst()
			.orElseThrow();
	}

	private record Written(String channel, String recipient, @Nullable String subject, String text,
			@Nullable String calendar) {

	}

}
