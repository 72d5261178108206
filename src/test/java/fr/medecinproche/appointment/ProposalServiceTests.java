package fr.medecinproche.appointment;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Executors;

import fr.medecinproche.appointment.BookingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ComingVisits;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.SiteService;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Genuine;
import fr.medecinproche.testing.PageAssertions;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.testing.TestClock;
import fr.medecinproche.volunteer.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A doctor cannot come: each patient has two other times, and nobody else has them.
 */
@ApplicationTest
class ProposalServiceTests {

	@Autowired
	ProposalService proposals;

	@Autowired
	BookingService bookings;

	@Autowired
	AppointmentAccess access;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	Scenario scenario;

	@Autowired
	SiteService sites;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock.SettableClock clock;

	@Autowired
	CleanDatabase database;

	private ConsultationSite marciac;

	private Volunteer doctor;

	private HalfDaySlot morning;

	private HalfDaySlot afternoonAtPlaisance;

	private Booking visit;

	@BeforeEach
	void aVisitAndTwoOtherHalfDays() {
		this.database.clean();
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC);
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		this.visit = this.scenario.appointment(this.morning, LocalTime.of(9, 0), Scenario.patient("Jeanne", "Daste"));
		var plaisance = this.scenario.openSite("Cabinet de Plaisance", Scenario.PLAISANCE);
		var other = this.scenario.volunteer("Paul", "Serres");
		this.afternoonAtPlaisance = this.scenario.taken(other, plaisance, HalfDay.afternoonOf(TUESDAY));
		this.scenario.taken(other, this.marciac, HalfDay.morningOf(TUESDAY.plusDays(2)));
	}

	private List<Appointment> heldInstead() {
		return this.proposals.heldFor(this.visit.appointment().getId());
	}

	private void theDoctorCannotCome() {
		this.scheduling.giveBack(this.doctor.getId(), this.morning.getId());
	}

	private long count(String where) {
		return this.jdbc.sql("select count(*) from appointment where " + where).query(Long.class).single();
	}

	@Test
	void holds_the_soonest_time_at_the_same_place_and_one_on_another_half_day_nearby() {
		theDoctorCannotCome();
		assertThat(heldInstead()).extracting((held) -> held.getSlot().getSite().getNom() + " " + held.getDay())
			.containsExactly("Cabinet de Plaisance 2027-01-12", "Maison de santé de Marciac 2027-01-14");
		assertThat(heldInstead()).allSatisfy(
				(held) -> assertThat(held.getHeldUntil()).isEqualTo(this.clock.instant().plus(Duration.ofHours(24))));
	}

	@Test
	void gives_each_patient_times_of_their_own() {
		for (int n = 1; n < 8; n++) {
			this.scenario.appointment(this.morning, LocalTime.of(9, 0).plusMinutes(20L * n),
					Scenario.patient("Jeanne", "Daste" + "abcdefgh".charAt(n)));
		}
		theDoctorCannotCome();
		assertThat(count("proposed_for is not null and status = 'HELD'")).isEqualTo(16);
		assertThat(this.jdbc.sql("select count(distinct (slot_id, starts_at)) from appointment where proposed_for > 0")
			.query(Long.class)
			.single()).isEqualTo(16);
	}

	@Test
	void books_the_one_chosen_and_frees_the_other_and_the_old_link_leads_there() {
		theDoctorCannotCome();
		var chosen = heldInstead().getLast();
		this.proposals.accept(this.visit.appointment().getId(), chosen.getId());
		assertThat(this.access.open(this.visit.link())).get().satisfies((now) -> {
			assertThat(now.getId()).isEqualTo(chosen.getId());
			assertThat(now.isBooked()).isTrue();
		});
		assertThat(heldInstead()).isEmpty();
		assertThat(count("status = 'HELD'")).isZero();
	}

	@Test
	void refuses_the_second_once_one_is_booked_and_what_is_not_theirs() {
		theDoctorCannotCome();
		var both = heldInstead();
		this.proposals.accept(this.visit.appointment().getId(), both.getFirst().getId());
		for (var id : new long[] { both.getLast().getId(), 4711 }) {
			assertThatExceptionOfType(BookingRefusedException.class)
				.isThrownBy(() -> this.proposals.accept(this.visit.appointment().getId(), id))
				.extracting(BookingRefusedException::reason)
				.isEqualTo(Reason.NO_LONGER_OFFERED);
		}
	}

	@Test
	void gives_one_visit_to_whoever_takes_both_times_in_two_windows_at_once() throws InterruptedException {
		theDoctorCannotCome();
		var both = heldInstead();
		var outcomes = Race.of(4,
				(n) -> this.proposals.accept(this.visit.appointment().getId(), both.get(n % 2).getId()));
		assertThat(Race.losses(outcomes))
			.allSatisfy((loss) -> assertThat(loss).isInstanceOf(BookingRefusedException.class));
		assertThat(count("status = 'BOOKED'")).isEqualTo(1);
	}

	@Test
	void waits_for_nobody_when_two_doctors_give_back_at_once_and_might_propose_each_other_s_times()
			throws InterruptedException {
		var afternoon = this.scenario.taken(this.doctor, this.marciac, HalfDay.afternoonOf(TUESDAY.plusDays(1)));
		this.scenario.appointment(afternoon, LocalTime.of(14, 0), Scenario.patient("Luc", "Abadie"));
		var outcomes = Race.of(2, (n) -> {
			this.scheduling.giveBack(this.doctor.getId(), ((n == 0) ? this.morning : afternoon).getId());
			return n;
		});
		assertThat(Race.losses(outcomes)).isEmpty();
		assertThat(count("status = 'BOOKED'")).isZero();
	}

	@Test
	void shows_the_times_on_the_page_of_the_visit_that_was_called_off() {
		theDoctorCannotCome();
		var page = this.mvc.get().uri("/rendez-vous/{secret}", this.visit.link().value()).exchange();
		PageAssertions.page(page).isSound().says("2 autres horaires sont gardés pour vous");
		var declined = this.mvc.post()
			.uri("/rendez-vous/{secret}/propositions", this.visit.link().value())
			.param("_method", "delete")
			.with(Genuine.form())
			.exchange();
		assertThat(declined).hasStatus3xxRedirection();
		assertThat(count("status = 'HELD'")).isZero();
	}

	/**
	 * It would hold times elsewhere, and wait with them in hand for whoever wants both.
	 */
	@Test
	void a_site_that_closes_has_all_its_half_days_before_it_holds_any_time_elsewhere() throws Exception {
		var second = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY.plusDays(3)));
		try (var thread = Executors.newSingleThreadExecutor()) {
			var closing = this.transaction.execute((status) -> {
				lock(second.getId());
				var waits = thread
					.submit(() -> this.sites.close(this.marciac.getId(), null, new ComingVisits(9, 9, 9)));
				await().until(() -> this.jdbc.sql("select count(*) from pg_locks where not granted")
					.query(Integer.class)
					.single() > 0);
				assertThat(lock(this.afternoonAtPlaisance.getId())).isEqualTo(1);
				return waits;
			});
			assertThat(closing.get()).isPresent();
		}
	}

	private int lock(long slotId) {
		return this.jdbc.sql("select 1 from half_day_slot where id = ? for update nowait")
			.param(slotId)
			.query(Integer.class)
			.single();
	}

	@Test
	void lets_the_times_go_when_a_day_has_passed() {
		theDoctorCannotCome();
		this.clock.set(LocalDateTime.of(2027, 1, 5, 8, 0));
		assertThat(heldInstead()).isEmpty();
		var free = this.scenario.appointment(this.afternoonAtPlaisance, LocalTime.of(14, 0),
				Scenario.patient("Luc", "Abadie"));
		assertThat(free.appointment().isBooked()).isTrue();
	}

}
