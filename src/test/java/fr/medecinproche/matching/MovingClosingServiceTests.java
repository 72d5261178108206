package fr.medecinproche.matching;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;

import fr.medecinproche.appointment.HalfDayMoves;
import fr.medecinproche.appointment.MovesOfSeveral;
import fr.medecinproche.appointment.MovesOfSeveral.OfOne;
import fr.medecinproche.matching.MatchingRefusedException.Reason;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SlotStatus;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.DayPart;
import fr.medecinproche.site.stop.StopPlace;
import fr.medecinproche.site.stop.StopService;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.QueryCount;
import fr.medecinproche.testing.Race;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.Volunteer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.matching.AbsentDoctor.somebody;
import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The agency closes several half-days and moves their patients, all at once.
 */
@ApplicationTest
class MovingClosingServiceTests {

	@Autowired
	MovingClosingService moving;

	@Autowired
	HalfDayMoves halfDayMoves;

	@Autowired
	HalfDaySlots slots;

	@Autowired
	StopService stops;

	@Autowired
	Communes communes;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private ConsultationSite site;

	private HalfDaySlot morning;

	private HalfDaySlot afternoon;

	private Volunteer other;

	@BeforeEach
	void aDayOfADoctorWhoWillNotCome() {
		this.database.clean();
		this.site = this.scenario.openSite("Maison de Marciac", Scenario.MARCIAC);
		var doctor = this.scenario.volunteer("Aline", "Roux");
		this.morning = this.scenario.taken(doctor, this.site, HalfDay.morningOf(TUESDAY));
		this.afternoon = this.scenario.taken(doctor, this.site, HalfDay.afternoonOf(TUESDAY));
		this.other = this.scenario.volunteer("Luc", "Lacaze");
	}

	private HalfDaySlot thursday() {
		return this.scenario.taken(this.other, this.site, HalfDay.morningOf(TUESDAY.plusDays(2)));
	}

	private HalfDaySlot fridayAtPlaisance() {
		return this.scenario.taken(this.other, this.scenario.openSite("Maison de Plaisance", Scenario.PLAISANCE),
				HalfDay.morningOf(TUESDAY.plusDays(3)));
	}

	private void patients(HalfDaySlot slot, int count) {
		for (int n = 0; n < count; n++) {
			this.scenario.appointment(slot, slot.getStartsAt().plusMinutes(20L * n),
					somebody("Patient" + slot.getId() + (char) ('A' + n), "+3363998%04d".formatted(100 + n), null));
		}
	}

	private List<Long> day() {
		return List.of(this.morning.getId(), this.afternoon.getId());
	}

	private MovesOfSeveral moves() {
		return this.moving.preview(day(), Map.of()).moves();
	}

	private MovingPlan close() {
		var seen = this.moving.preview(day(), Map.of());
		return this.moving.close(day(), seen.moves().targets(), seen.digest());
	}

	private SlotStatus status(HalfDaySlot slot) {
		return this.slots.findById(slot.getId()).orElseThrow().getStatus();
	}

	private long count(String sql) {
		return this.jdbc.sql("select count(*) from " + sql).query(Long.class).single();
	}

	private static void assertChanged(ThrowingCallable act) {
		assertThatExceptionOfType(MatchingRefusedException.class).isThrownBy(act)
			.extracting(MatchingRefusedException::reason)
			.isEqualTo(Reason.NUMBERS_CHANGED);
	}

	@Test
	void what_is_found_for_one_half_day_is_taken_for_the_next() {
		var target = thursday();
		patients(this.morning, 6);
		patients(this.afternoon, 6);
		var moves = moves();
		assertThat(moves.halfDays()).extracting(OfOne::moved).containsExactly(6, 4);
		assertThat(moves.left()).isEqualTo(2);
		var done = close();
		assertThat(done.moves().moved()).isEqualTo(10);
		assertThat(count("appointment where status = 'BOOKED' and slot_id = " + target.getId())).isEqualTo(10);
		assertThat(count("(select distinct starts_at from appointment where status = 'BOOKED') t")).isEqualTo(10);
		assertThat(count("appointment where status = 'CANCELLED' and cancelled_by = 'AGENCY'")).isEqualTo(2);
		assertThat(status(this.morning)).isEqualTo(SlotStatus.CLOSED);
		assertThat(status(this.afternoon)).isEqualTo(SlotStatus.CLOSED);
		assertThat(count("journal_entry where action = 'halfDay.closed'")).isOne();
	}

	@Test
	void who_finds_no_room_goes_to_a_near_site_and_each_is_told_once_in_the_right_words() {
		thursday();
		var near = fridayAtPlaisance();
		patients(this.morning, 6);
		patients(this.afternoon, 6);
		var moves = moves();
		assertThat(moves.halfDays()).extracting(OfOne::moved).containsExactly(6, 6);
		assertThat(moves.halfDays()).extracting(OfOne::isElsewhere).containsExactly(false, true);
		assertThat(moves.halfDays().get(1).options()).hasSize(2);
		this.jdbc.sql("delete from outbox_message").update();
		close();
		assertThat(count("appointment where status = 'BOOKED' and slot_id = " + near.getId())).isEqualTo(6);
		assertThat(count("appointment where status = 'CANCELLED'")).isZero();
		assertThat(this.jdbc
			.sql("select split_part(dedup_key, ':', 3) from outbox_message where appointment_id is not null")
			.query(String.class)
			.list()).hasSize(12).containsOnly("moved-away");
		assertThat(count("outbox_message where appointment_id is not null and body_text like '%Plaisance%'"))
			.isEqualTo(6);
		assertThat(count("outbox_message where body_text ilike '%médecin absent%'")).as("the place may be closed")
			.isZero();
	}

	@Test
	void nobody_is_sent_elsewhere_who_cannot_be_written_to() {
		new AbsentDoctor(this.scenario, this.jdbc).patientsOfAllKinds(this.morning);
		fridayAtPlaisance();
		var one = moves().halfDays().getFirst();
		assertThat(one.isElsewhere()).isTrue();
		assertThat(one.moved()).isEqualTo(3);
		assertThat(one.left()).isEqualTo(2);
		close();
		assertThat(this.jdbc.sql("select family_name from appointment where status = 'BOOKED' order by 1")
			.query(String.class)
			.list()).containsExactly("Courriel", "Deux", "Mobile");
	}

	@Test
	void the_agency_chooses_otherwise() {
		var target = thursday();
		var later = this.scenario.taken(this.other, this.site, HalfDay.morningOf(TUESDAY.plusDays(9)));
		patients(this.morning, 2);
		patients(this.afternoon, 1);
		assertThat(moves().targets()).containsExactlyInAnyOrderEntriesOf(
				Map.of(this.morning.getId(), target.getId(), this.afternoon.getId(), target.getId()));
		var chosen = Map.of(this.morning.getId(), later.getId(), this.afternoon.getId(), MovesOfSeveral.NOWHERE);
		var seen = this.moving.preview(day(), chosen);
		assertThat(seen.moves().moved()).isEqualTo(2);
		assertThat(seen.moves().left()).isOne();
		assertChanged(() -> this.moving.close(day(), Map.of(), seen.digest()));
		this.moving.close(day(), chosen, seen.digest());
		assertThat(count("appointment where status = 'BOOKED' and slot_id = " + later.getId())).isEqualTo(2);
	}

	@Test
	void nobody_is_moved_to_what_closes_too_or_comes_too_soon() {
		patients(this.morning, 1);
		this.scenario.taken(this.other, this.site, HalfDay.afternoonOf(TUESDAY.minusDays(8)));
		assertThat(moves().moved()).isZero();
		assertThat(moves().left()).isOne();
	}

	private void saysItIsClosed(ConsultationSite place, LocalDate day) {
		this.jdbc.sql("""
				insert into site_closure (site_id, first_day, last_day, reason, created_at, by_site)
				values (?, ?, ?, 'LEAVE', now(), true)""").params(place.getId(), day, day).update();
	}

	@Test
	void nobody_is_moved_to_a_day_a_place_says_it_is_closed_as_long_as_the_agency_has_not_decided() {
		var target = thursday();
		var near = fridayAtPlaisance();
		patients(this.morning, 2);
		saysItIsClosed(this.site, TUESDAY.plusDays(2));
		assertThat(moves().targets()).containsEntry(this.morning.getId(), near.getId());
		assertThat(choices()).doesNotContain(target.getId());
		saysItIsClosed(near.getSite(), TUESDAY.plusDays(3));
		assertThat(moves().moved()).isZero();
		this.jdbc.sql("update site_closure set settled_at = now()").update();
		assertThat(moves().targets()).containsEntry(this.morning.getId(), target.getId());
		assertThat(choices()).contains(target.getId());
	}

	private List<Long> choices() {
		return this.halfDayMoves.choicesFor(this.morning.getId())
			.stream()
			.map((choice) -> choice.target().getId())
			.toList();
	}

	@Test
	void another_stop_of_a_bus_is_another_place() {
		var bus = this.scenario.openBus("Médicobus", Scenario.MARCIAC);
		var marciac = this.communes.findById(Scenario.MARCIAC).orElseThrow().getPosition();
		stopsAt(bus, TUESDAY.plusDays(7), Scenario.MARCIAC, marciac);
		stopsAt(bus, TUESDAY.plusDays(9), Scenario.PLAISANCE,
				this.communes.findById(Scenario.PLAISANCE).orElseThrow().getPosition());
		var far = new GeoPoint(marciac.latitude() - 0.3, marciac.longitude());
		stopsAt(bus, TUESDAY.plusDays(8), Scenario.MARCIAC, far);
		var leaving = this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"), bus,
				HalfDay.morningOf(TUESDAY.plusDays(7)));
		var away = this.scenario.taken(this.other, bus, HalfDay.morningOf(TUESDAY.plusDays(8)));
		var stop = this.scenario.taken(this.other, bus, HalfDay.morningOf(TUESDAY.plusDays(9)));
		new AbsentDoctor(this.scenario, this.jdbc).patientsOfAllKinds(leaving);
		assertThat(this.halfDayMoves.choicesFor(leaving.getId())).as("a doctor's patients stay where they are")
			.isEmpty();
		var ids = List.of(leaving.getId());
		var seen = this.moving.preview(ids, Map.of());
		var one = seen.moves().halfDays().getFirst();
		assertThat(one.options()).extracting((option) -> option.target().getId())
			.startsWith(stop.getId())
			.doesNotContain(away.getId());
		assertThat(one.isElsewhere()).isTrue();
		assertThat(one.moved()).as("who can be written to").isEqualTo(3);
		this.moving.close(ids, seen.moves().targets(), seen.digest());
		assertThat(this.jdbc.sql("select body_text from outbox_message where dedup_key like '%:moved-away'")
			.query(String.class)
			.list()).hasSize(3)
			.allSatisfy((text) -> assertThat(text).contains("Plaisance")
				.doesNotContain("même endroit", "médecin ne peut pas venir", "Médecin absent"));
	}

	private void stopsAt(ConsultationSite bus, LocalDate day, String insee, GeoPoint position) {
		var commune = this.communes.findById(insee).orElseThrow();
		this.stops.plan(bus.getId(), List.of(day), Set.of(DayPart.MORNING),
				new StopPlace(commune, "Parking du stade", commune.getPostalCodes().getFirst(), position));
	}

	@Test
	void somebody_who_books_meanwhile_here_or_there_is_shown_first() {
		var target = thursday();
		patients(this.morning, 3);
		var before = this.moving.preview(day(), Map.of());
		this.scenario.appointment(target, LocalTime.of(9, 0), Scenario.patient("Jean", "Dupont"));
		assertChanged(() -> this.moving.close(day(), before.moves().targets(), before.digest()));
		var again = this.moving.preview(day(), Map.of());
		this.scenario.appointment(this.morning, LocalTime.of(11, 0), Scenario.patient("Luce", "Lafitte"));
		assertChanged(() -> this.moving.close(day(), again.moves().targets(), again.digest()));
		assertThat(status(this.morning)).isEqualTo(SlotStatus.TAKEN);
		assertThat(count("appointment where status = 'BOOKED'")).isEqualTo(5);
	}

	@Test
	void a_time_is_booked_by_a_patient_or_given_to_one_who_is_moved_but_never_both() throws InterruptedException {
		for (int round = 0; round < 4; round++) {
			aDayOfADoctorWhoWillNotCome();
			var target = thursday();
			patients(this.morning, 3);
			var seen = this.moving.preview(day(), Map.of());
			var outcomes = Race.<Object>of(2, (number) -> (number == 0)
					? this.moving.close(day(), seen.moves().targets(), seen.digest())
					: this.scenario.appointment(target, LocalTime.of(9, 0), Scenario.patient("Jean", "Dupont")));
			boolean closed = outcomes.getFirst().state() == Future.State.SUCCESS;
			assertThat(Race.won(outcomes)).isOne();
			assertThat(status(this.morning)).isEqualTo(closed ? SlotStatus.CLOSED : SlotStatus.TAKEN);
			assertThat(count("appointment where status = 'BOOKED' and slot_id = " + target.getId()))
				.isEqualTo(closed ? 3 : 1);
		}
	}

	@Test
	void many_half_days_are_planned_with_as_many_queries_as_one() {
		thursday();
		patients(this.morning, 2);
		int one = QueryCount.of(() -> this.moving.preview(List.of(this.morning.getId()), Map.of()));
		var ids = new ArrayList<>(day());
		patients(this.afternoon, 3);
		for (int week = 1; week < 5; week++) {
			var slot = this.scenario.taken(this.scenario.volunteer("Anne", "Abadie" + week), this.site,
					HalfDay.morningOf(TUESDAY.plusWeeks(week)));
			patients(slot, 2);
			ids.add(slot.getId());
		}
		assertThat(QueryCount.of(() -> this.moving.preview(ids, Map.of()))).isEqualTo(one);
	}

}
