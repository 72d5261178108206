package fr.medecinproche.appointment;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;
import fr.medecinproche.schedule.SchedulingService;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.volunteer.Preferences;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.VolunteerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static fr.medecinproche.testing.Scenario.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ApplicationTest
class ConsultationLengthTests {

	@Autowired
	Scenario scenario;

	@Autowired
	AvailabilityService availability;

	@Autowired
	SchedulingService scheduling;

	@Autowired
	VolunteerService volunteers;

	@Autowired
	HalfDaySlots slots;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CleanDatabase database;

	private Volunteer doctor;

	private ConsultationSite marciac;

	@BeforeEach
	void aDoctor() {
		this.database.clean();
		this.doctor = this.scenario.volunteer("Aline", "Roux");
		this.marciac = this.scenario.openSite("Maison de santé de Marciac", Scenario.MARCIAC, 2);
	}

	private void wishes(Volunteer volunteer, int minutes) {
		this.volunteers.prefer(volunteer.getId(), new Preferences(false, Set.of(), minutes));
	}

	private List<LocalTime> times(HalfDaySlot slot, VisitKind kind) {
		return this.availability.of(this.slots.findById(slot.getId()).orElseThrow(), Asker.by(Channel.WEB))
			.get(kind)
			.stream()
			.map(ConsultationTime::time)
			.toList();
	}

	@ParameterizedTest
	@CsvSource({ "15, 14", "20, 10", "30, 7" })
	void a_consultation_takes_as_long_as_the_doctor_says(int minutes, int fitting) {
		wishes(this.doctor, minutes);
		var slot = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		assertThat(times(slot, VisitKind.CONSULTATION)).hasSize(fitting)
			.startsWith(LocalTime.of(9, 0), LocalTime.of(9, 0).plusMinutes(minutes));
		assertThat(times(slot, VisitKind.FIRST_VISIT)).as("other kinds keep their length").hasSize(7);
		assertThat(times(slot, VisitKind.RENEWAL)).hasSize(14);
		var booked = this.scenario.appointment(slot, LocalTime.of(9, 0), Scenario.patient("Jeanne", "Daste"))
			.appointment();
		assertThat(Duration.between(booked.getStartsAt(), booked.getEndsAt())).isEqualTo(Duration.ofMinutes(minutes));
		assertThat(booked.getMinutes()).isEqualTo(minutes);
	}

	@Test
	void a_later_wish_leaves_the_half_days_already_taken_alone() {
		var before = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		wishes(this.doctor, 30);
		var after = this.scenario.taken(this.doctor, this.marciac, HalfDay.afternoonOf(TUESDAY));
		assertThat(times(before, VisitKind.CONSULTATION)).hasSize(10);
		assertThat(times(after, VisitKind.CONSULTATION)).hasSize(7);
	}

	@Test
	void whoever_comes_instead_keeps_the_visits_and_has_their_own_length_for_the_rest() {
		var slot = this.scenario.taken(this.doctor, this.marciac, HalfDay.morningOf(TUESDAY));
		this.scenario.appointment(slot, LocalTime.of(9, 20), Scenario.patient("Jeanne", "Daste"));
		this.scheduling.noteReplaced(this.doctor.getId(), slot.getId(), true);
		var luc = this.scenario.volunteer("Luc", "Bosc");
		wishes(luc, 30);
		this.scheduling.handOver(slot.getId(), this.doctor.getId(), luc.getId());
		assertThat(times(slot, VisitKind.CONSULTATION)).startsWith(LocalTime.of(9, 40), LocalTime.of(10, 10));
		assertThat(this.slots.findById(slot.getId()).orElseThrow().isReplaced())
			.as("what the other said of their practice")
			.isFalse();
	}

	@Test
	void the_database_knows_three_lengths_and_no_stand_in_without_a_doctor() {
		var slot = this.scenario.halfDay(this.marciac, HalfDay.morningOf(TUESDAY));
		for (var statement : List.of("update half_day_slot set consultation_minutes = 10",
				"update half_day_slot set replaced = true", "update volunteer set consultation_minutes = 45",
				"update volunteer set max_distance_km = 0",
				"update volunteer set mornings = array['NEVER']::varchar[]")) {
			assertThatExceptionOfType(DataIntegrityViolationException.class).as(statement)
				.isThrownBy(() -> this.jdbc.sql(statement).update());
		}
		assertThat(slot.isReplaced()).isFalse();
	}

}
