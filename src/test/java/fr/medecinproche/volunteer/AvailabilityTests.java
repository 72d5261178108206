package fr.medecinproche.volunteer;

import java.time.DayOfWeek;
import java.util.Set;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class AvailabilityTests {

	@Autowired
	Scenario scenario;

	@Autowired
	VolunteerService service;

	@Autowired
	Volunteers volunteers;

	@Autowired
	CleanDatabase database;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void whoever_has_said_nothing_may_be_asked_anything() {
		var said = this.scenario.volunteer("Aline", "Roux").getAvailability();
		assertThat(said).isEqualTo(Availability.ANY);
		assertThat(said.prefersDays()).isFalse();
		assertThat(said.weekdays()).containsExactlyInAnyOrder(DayOfWeek.values());
		assertThat(said.suits(DayOfWeek.SUNDAY, true)).isTrue();
		assertThat(said.reaches(1000)).isTrue();
	}

	@Test
	void what_a_doctor_says_of_days_and_distance_is_kept() {
		var doctor = this.scenario.volunteer("Aline", "Roux");
		var availability = new Availability(60, Set.of(DayOfWeek.TUESDAY), Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY));
		this.service.prefer(doctor.getId(), new Preferences(true, Set.of(), 30), availability);
		var known = this.volunteers.findById(doctor.getId()).orElseThrow();
		assertThat(known.getAvailability()).isEqualTo(availability);
		assertThat(known.getPreferences().consultationMinutes()).isEqualTo(30);
	}

	@Test
	void halves_of_days_suit_one_by_one_and_the_distance_includes_its_end() {
		var availability = new Availability(60, Set.of(DayOfWeek.TUESDAY), Set.of(DayOfWeek.FRIDAY));
		assertThat(availability.suits(DayOfWeek.TUESDAY, true)).isTrue();
		assertThat(availability.suits(DayOfWeek.TUESDAY, false)).isFalse();
		assertThat(availability.suits(DayOfWeek.FRIDAY, false)).isTrue();
		assertThat(availability.weekdays()).containsExactlyInAnyOrder(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY);
		assertThat(availability.reaches(60)).isTrue();
		assertThat(availability.reaches(60.1)).isFalse();
	}

}
