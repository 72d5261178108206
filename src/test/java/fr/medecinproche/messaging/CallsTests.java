package fr.medecinproche.messaging;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

import fr.medecinproche.account.Role;
import fr.medecinproche.appointment.Appointment;
import fr.medecinproche.appointment.BookingService;
import fr.medecinproche.appointment.Asker;
import fr.medecinproche.appointment.Canceller;
import fr.medecinproche.appointment.HalfDayMoves;
import fr.medecinproche.appointment.MovingService;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.ProposalService;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.matching.AbsenceService;
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
import fr.medecinproche.testing.TestClock.SettableClock;
import fr.medecinproche.web.Flash;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static fr.medecinproche.testing.PageAssertions.page;
import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class CallsTests {

	@Autowired
	OutboxQueue queue;

	@Autowired
	OutboxSettings settings;

	@Autowired
	Dispatcher dispatcher;

	@Autowired
	BookingService bookings;

	@Autowired
	MovingService moves;

	@Autowired
	HalfDayMoves halfDayMoves;

	@Autowired
	AbsenceService absence;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	ProposalService proposals;

	@Autowired
	Scenario scenario;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SettableClock clock;

	@Autowired
	CleanDatabase database;

	private ConsultationSite site;

	private HalfDaySlot morning;

	private RequestPostProcessor host;

	@BeforeEach
	void aMorningOfDrRoux() {
		this.database.clean();
		this.site = this.scenario.openSite("Maison de santé", Scenario.MARCIAC);
		this.morning = this.scenario.taken(this.scenario.volunteer("Aline", "Roux"), this.site,
				HalfDay.morningOf(Scenario.TUESDAY));
		this.host = People.signedIn(this.scenario.hostOf(this.site).id(), Role.HOST);
	}

	@Test
	void a_patient_with_only_a_land_line_is_called_when_the_doctor_cannot_come() {
		book("9:20", "Philomène", "+33199001235", null);
		book("9:40", "Jeanne", null, "jeanne@essai.example");
		giveBack();
		assertThat(calls()).hasSize(1);
		page(get("/lieu/appels")).isSound()
			.says("Philomène Martin", "01 99 00 12 35",
					"Bonjour, je vous appelle pour votre rendez-vous du mardi 12 janvier à 9 h 20, Maison de santé.",
					"le médecin ne pourra pas vous recevoir", "À appeler avant le mardi 12 janvier 2027 à 9 h 20.")
			.doesNotSay("Jeanne");
		assertThat(get("/lieu/appels")).bodyText().contains("href=\"tel:+33199001235\"");
		page(get("/lieu")).isSound().says("Une personne à appeler");
		page(get("/lieu/appels?lang=en")).isSound().says("Calls to make", "Done", "No answer");
	}

	@Test
	void nobody_is_called_about_what_they_asked_for_themselves() {
		var first = book("9:20", "Philomène", "+33199001235", null);
		var second = book("9:40", "Jeanne", "+33199001236", null);
		this.bookings.cancel(first.getId(), Canceller.PATIENT);
		this.bookings.cancel(second.getId(), Canceller.REGULATOR);
		assertThat(calls()).isEmpty();
		var third = book("9:20", "Louise", "+33199001237", null);
		this.clock.set(LocalDateTime.of(2027, 1, 12, 8, 0));
		this.bookings.cancelForCaller(third.getId());
		assertThat(calls()).as("they have just called the site").isEmpty();
		page(get("/lieu/appels")).isSound().says("Personne à appeler pour l’instant.");
		page(get("/lieu")).doesNotSay("à appeler");
	}

	@Test
	void a_patient_is_called_when_the_site_or_the_agency_calls_the_visit_off() {
		var visit = book("9:20", "Philomène", "+33199001235", null);
		book("9:40", "Jeanne", "+33199001236", null);
		this.bookings.cancel(visit.getId(), Canceller.HOST);
		page(get("/lieu/appels")).isSound().says("nous ne pourrons pas vous recevoir").doesNotSay("médecin ne pourra");
		this.scheduling.close(this.morning.getId());
		assertThat(calls()).hasSize(2);
	}

	@Test
	void a_patient_is_called_when_somebody_else_moves_the_visit() {
		var visit = book("9:20", "Philomène", "+33199001235", null);
		move(visit, "10:00", Canceller.PATIENT);
		assertThat(calls()).as("they moved it themselves").isEmpty();
		var other = book("9:40", "Jeanne", "+33199001236", null);
		var moved = move(other, "10:20", Canceller.HOST);
		page(get("/lieu/appels")).isSound()
			.says("Jeanne Martin", "Il est déplacé.", "le mardi 12 janvier à 10 h 20, Maison de santé",
					"Votre code ne change pas.")
			.doesNotSay("Philomène");
		this.bookings.cancel(moved.getId(), Canceller.PATIENT);
		page(get("/lieu/appels")).doesNotSay("Jeanne");
	}

	private Appointment move(Appointment from, String time, Canceller by) {
		var startsAt = Scenario.TUESDAY.atTime(LocalTime.parse(time)).atZone(HalfDay.ZONE).toInstant();
		var hold = this.bookings.hold(this.morning.getId(), startsAt, VisitKind.CONSULTATION,
				new Asker(fr.medecinproche.appointment.Channel.WEB, RegularDoctor.NO));
		return this.moves.move(from.getId(), hold.secret(), by).appointment();
	}

	@Test
	void no_machine_ever_sends_a_call() {
		book("9:20", "Philomène", "+33199001235", null);
		giveBack();
		this.dispatcher.dispatch();
		assertThat(calls()).containsExactly("PENDING 0");
	}

	@Test
	void a_call_that_was_made_is_off_the_list_and_what_it_said_is_forgotten() {
		book("9:20", "Philomène", "+33199001235", null);
		giveBack();
		assertThat(post("/lieu/appels/%d/essai".formatted(callId()))).hasRedirectedUrl("/lieu/appels");
		page(get("/lieu/appels")).isSound().says("Pas de réponse : 1 fois");
		assertThat(post("/lieu/appels/%d/appel".formatted(callId()))).hasRedirectedUrl("/lieu/appels");
		assertThat(calls()).containsExactly("SENT 1");
		page(get("/lieu/appels")).isSound().doesNotSay("Philomène");
		// a second secretary, or a second press of the button
		assertThat(post("/lieu/appels/%d/appel".formatted(callId()))).hasRedirectedUrl("/lieu/appels");
		assertThat(calls()).containsExactly("SENT 1");
		this.dispatcher.dispatch();
		assertThat(this.jdbc.sql("select body_text from outbox_message where id = ?")
			.param(callId())
			.query(String.class)
			.optional()).isEmpty();
		page(this.mvc.get().uri("/ars/messages").with(People.agent()).exchange()).isSound().says("Appel Passé 1");
	}

	@Test
	void a_call_is_made_by_the_people_of_the_site_only() {
		book("9:20", "Philomène", "+33199001235", null);
		giveBack();
		var elsewhere = this.scenario.openSite("Mairie", Scenario.LE_VIGAN);
		this.host = People.signedIn(this.scenario.hostOf(elsewhere).id(), Role.HOST);
		page(get("/lieu/appels")).doesNotSay("Philomène");
		assertThat(post("/lieu/appels/%d/appel".formatted(callId()))).hasStatus(404);
		assertThat(post("/lieu/appels/%d/essai".formatted(callId()))).hasStatus(404);
		assertThat(calls()).containsExactly("PENDING 0");
		assertThat(this.mvc.get().uri("/lieu/appels").with(People.regulator()).exchange()).hasStatus(403);
	}

	@Test
	void a_call_is_too_late_once_the_visit_would_have_begun() {
		book("9:20", "Philomène", "+33199001235", null);
		giveBack();
		this.clock.set(LocalDateTime.of(2027, 1, 12, 9, 20));
		page(get("/lieu/appels")).doesNotSay("Philomène");
		post("/lieu/appels/%d/appel".formatted(callId()));
		this.dispatcher.dispatch();
		assertThat(calls()).containsExactly("EXPIRED 0");
	}

	@Test
	void a_patient_whose_mailbox_refuses_the_bad_news_is_called() {
		book("9:20", "Philomène", "+33639980002", "faute@essai.example");
		book("9:40", "Jeanne", null, "autre-faute@essai.example");
		refuseEverything();
		assertThat(calls()).as("a confirmation is on the screen already").isEmpty();
		giveBack();
		refuseEverything();
		assertThat(calls()).as("who has no phone is left to the people of the site")
			.containsExactly("PENDING 0", "PENDING 0");
		page(get("/lieu/appels")).says("Philomène Martin", "06 39 98 00 02", "Jeanne Martin",
				"Nous n’avons aucun moyen de prévenir la personne");
	}

	@Test
	void a_patient_whom_the_doctor_moved_and_whose_mailbox_refuses_is_called() {
		book("9:20", "Philomène", "+33639980002", "faute@essai.example");
		book("9:40", "Jeanne", null, "autre-faute@essai.example");
		var doctor = this.jdbc.sql("select volunteer_id from half_day_slot").query(Long.class).single();
		var later = this.scenario.halfDay(this.site, HalfDay.afternoonOf(Scenario.TUESDAY));
		this.scheduling.take(doctor, List.of(later.getId()));
		refuseEverything();
		var plan = this.halfDayMoves.plan(this.morning.getId(), later.getId()).orElseThrow();
		this.absence.move(doctor, this.morning.getId(), later.getId(), plan.digest());
		assertThat(calls()).isEmpty();
		refuseEverything();
		assertThat(calls()).containsExactly("PENDING 0", "PENDING 0");
		page(get("/lieu/appels")).isSound()
			.says("votre rendez-vous du mardi 12 janvier à 9 h 20",
					"Nous avons gardé pour vous le mardi 12 janvier à 14 h", "06 39 98 00 02",
					"Nous n’avons aucun moyen de prévenir la personne");
	}

	@Test
	void many_calls_take_as_many_queries_as_one_and_several_pages() {
		book("9:00", "Philomène", "+33199001230", null);
		giveBack();
		int one = QueryCount.of(() -> get("/lieu/appels"));
		this.jdbc.sql("""
				insert into outbox_message (dedup_key, channel, recipient, body_text, appointment_id, site_id, status,
				  next_attempt_at, not_after, created_at)
				select 'call:' || i, 'CALL', recipient, body_text, appointment_id, site_id, status, next_attempt_at,
				  not_after, created_at from outbox_message, generate_series(1, 24) i where channel = 'CALL'""")
			.update();
		int many = QueryCount.of(() -> get("/lieu/appels"));
		assertThat(many).isLessThanOrEqualTo(one + 1); // the count, once there are two
														// pages
		assertThat(get("/lieu/appels?page=1")).bodyText().contains("Philomène");
		page(get("/lieu")).says("25 personnes à appeler");
	}

	@Test
	void the_times_held_for_the_patient_are_named_and_one_is_taken_for_them_on_the_phone() {
		var afternoon = this.scenario.taken(this.scenario.volunteer("Paul", "Fabre"), this.site,
				HalfDay.afternoonOf(Scenario.TUESDAY));
		var visit = calledOffWithAnotherAt(Scenario.PLAISANCE);
		page(get("/lieu/appels")).isSound()
			.says("Ces 2 horaires sont gardés pour cette personne jusqu’au mardi 5 janvier 2027 à 8 h",
					"mardi 12 janvier 2027 à 14 h, Maison de santé, Marciac", "Prendre mardi 12 janvier à 14 h",
					"mercredi 13 janvier 2027 à 9 h, Cabinet, Plaisance", "Prendre mercredi 13 janvier à 9 h");
		page(get("/lieu/appels?lang=en")).isSound().says("These 2 times are kept for this person until");
		var here = this.proposals.heldFor(visit.getId()).getFirst();
		for (int press = 0; press < 2; press++) {
			assertThat(take(here)).hasRedirectedUrl("/lieu/rendez-vous/" + here.getId());
		}
		assertThat(calls()).containsExactly("SENT 0");
		page(get("/lieu/rendez-vous/" + here.getId())).isSound()
			.says("Le rendez-vous est pris", "Philomène Martin", "mardi 12 janvier 2027 à 14 h", codeOf(here));
		assertThat(statusesOf(visit)).containsExactly("BOOKED", "RELEASED");
		assertThat(afternoon.getId()).isEqualTo(here.getSlot().getId());
	}

	@Test
	void a_time_at_another_site_is_taken_for_the_patient_with_the_place_and_the_code_to_read_aloud() {
		var visit = calledOffWithAnotherAt(Scenario.PLAISANCE);
		var there = this.proposals.heldFor(visit.getId()).getFirst();
		var booked = "/lieu/appels/%d/rendez-vous".formatted(callId());
		assertThat(get(booked)).as("nothing is taken yet").hasStatus(404);
		assertThat(take(there)).hasRedirectedUrl(booked);
		page(get(booked)).isSound()
			.says("Le rendez-vous est pris", "ailleurs que chez vous", "mercredi 13 janvier 2027 à 9 h", "Cabinet",
					codeOf(there));
		page(get("/lieu/appels")).doesNotSay("Philomène");
		this.host = People.signedIn(this.scenario.hostOf(this.scenario.openSite("Mairie", Scenario.LE_VIGAN)).id(),
				Role.HOST);
		assertThat(get(booked)).hasStatus(404);
	}

	@Test
	void only_the_people_of_the_site_take_a_time_for_the_patient_and_only_one_of_theirs() {
		var visit = calledOffWithAnotherAt(Scenario.PLAISANCE);
		var theirs = this.proposals.heldFor(visit.getId()).getFirst();
		assertThat(post("/lieu/appels/%d/propositions/4711".formatted(callId()))).hasRedirectedUrl("/lieu/appels");
		this.host = People.signedIn(this.scenario.hostOf(this.scenario.openSite("Mairie", Scenario.LE_VIGAN)).id(),
				Role.HOST);
		assertThat(take(theirs)).hasStatus(404);
		assertThat(calls()).containsExactly("PENDING 0");
		assertThat(statusesOf(visit)).containsOnly("HELD");
	}

	@Test
	void once_the_times_are_kept_no_longer_the_page_says_so_and_a_late_press_is_told_kindly() {
		var visit = calledOffWithAnotherAt(Scenario.PLAISANCE);
		var first = this.proposals.heldFor(visit.getId()).getFirst();
		this.clock.set(LocalDateTime.of(2027, 1, 5, 9, 0));
		page(get("/lieu/appels")).isSound()
			.says("Les horaires gardés pour cette personne ne le sont plus.")
			.doesNotSay("Prendre mercredi")
			.has(".call a[href='/lieu/rendez-vous/nouveau']");
		this.scenario.appointment(first.getSlot(), first.getTime(), Scenario.patient("Luc", "Abadie"));
		var refused = take(first);
		assertThat(refused).hasRedirectedUrl("/lieu/appels");
		assertThat(refused.getMvcResult().getFlashMap().get(Flash.ATTRIBUTE))
			.isEqualTo(Flash.error("messaging.calls.notHeld"));
		assertThat(calls()).as("still to be made").containsExactly("PENDING 0");
	}

	@Test
	void a_patient_who_has_found_their_way_to_another_time_meanwhile_is_told_so() {
		var visit = calledOffWithAnotherAt(Scenario.PLAISANCE);
		this.proposals.accept(visit.getId(), this.proposals.heldFor(visit.getId()).getFirst().getId());
		page(get("/lieu/appels")).isSound()
			.says("Cette personne a déjà un autre rendez-vous : mercredi 13 janvier 2027 à 9 h, Cabinet.")
			.doesNotSay("Prendre mercredi");
	}

	private Appointment calledOffWithAnotherAt(String commune) {
		this.scenario.taken(this.scenario.volunteer("Lise", "Serres"), this.scenario.openSite("Cabinet", commune),
				HalfDay.morningOf(Scenario.TUESDAY.plusDays(1)));
		var visit = book("9:20", "Philomène", "+33199001235", null);
		giveBack();
		return visit;
	}

	private MvcTestResult take(Appointment held) {
		return post("/lieu/appels/%d/propositions/%d".formatted(callId(), held.getId()));
	}

	private String codeOf(Appointment booked) {
		var code = this.jdbc.sql("select code from appointment where id = ?")
			.param(booked.getId())
			.query(String.class)
			.single();
		return code.substring(0, 3) + " " + code.substring(3);
	}

	private List<String> statusesOf(Appointment calledOff) {
		return this.jdbc.sql("select status from appointment where proposed_for = ? order by starts_at")
			.param(calledOff.getId())
			.query(String.class)
			.list();
	}

	private Appointment book(String time, String givenName, @Nullable String phone, @Nullable String email) {
		return this.scenario
			.appointment(this.morning, LocalTime.parse("0" + time),
					new Patient(givenName, "Martin", LocalDate.of(1941, 5, 8), phone, email, Scenario.PLAISANCE,
							RegularDoctor.NO, false))
			.appointment();
	}

	private void giveBack() {
		this.scheduling.giveBack(this.morning.getVolunteer().getId(), this.morning.getId());
	}

	private void refuseEverything() {
		new Dispatcher(this.queue, List.of(new Refusing()), this.settings).dispatch();
	}

	private List<String> calls() {
		return this.jdbc.sql("select status || ' ' || attempts from outbox_message where channel = 'CALL' order by id")
			.query(String.class)
			.list();
	}

	private long callId() {
		return this.jdbc.sql("select min(id) from outbox_message where channel = 'CALL'").query(Long.class).single();
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(this.host).exchange();
	}

	private MvcTestResult post(String address) {
		return this.mvc.post().uri(address).with(this.host).with(Genuine.form()).exchange();
	}

	private record Refusing() implements MessageTransport {

		@Override
		public Channel channel() {
			return Channel.EMAIL;
		}

		@Override
		public MessageStatus send(OutboxMessage message) {
			throw new RefusedForGoodException("no such mailbox", null);
		}

	}

}
