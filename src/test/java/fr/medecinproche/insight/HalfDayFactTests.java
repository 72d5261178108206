package fr.medecinproche.insight;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.testing.CleanDatabase;
import fr.medecinproche.testing.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the view says of one half-day.
 */
@ApplicationTest
class HalfDayFactTests {

	@Autowired
	CleanDatabase database;

	@Autowired
	Scenario scenario;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void clean() {
		this.database.clean();
	}

	@Test
	void a_half_day_nobody_took_is_opened_and_offers_patients_nothing() {
		var slot = this.scenario.halfDay(this.scenario.openSite("Maison", Scenario.MARCIAC),
				HalfDay.afternoonOf(Scenario.TUESDAY));
		assertThat(fact(slot)).containsEntry("opened", true)
			.containsEntry("taken", false)
			.containsEntry("held", null)
			.containsEntry("offered", 0)
			.containsEntry("minutes", 0)
			.containsEntry("booked", 0)
			.containsEntry("departement", "32")
			.containsEntry("week", java.sql.Date.valueOf(LocalDate.of(2027, 1, 11)))
			.containsEntry("month", java.sql.Date.valueOf(LocalDate.of(2027, 1, 1)));
	}

	@Test
	void a_closed_half_day_stays_a_row_that_adds_nothing() {
		var slot = this.scenario.halfDay(this.scenario.openSite("Maison", Scenario.MARCIAC),
				HalfDay.morningOf(Scenario.TUESDAY));
		this.jdbc.sql("update half_day_slot set status = 'CLOSED'").update();
		assertThat(fact(slot)).containsEntry("opened", false).containsEntry("taken", false).containsEntry("offered", 0);
	}

	@Test
	void a_doctor_offers_the_ordinary_consultations_that_fit() {
		var slot = taken();
		assertThat(fact(slot)).containsEntry("minutes", 210).containsEntry("offered", 10);
		this.jdbc.sql("update half_day_slot set consultation_minutes = 15").update();
		assertThat(fact(slot)).containsEntry("offered", 14);
	}

	@Test
	void patients_are_counted_by_what_became_of_their_time() {
		var slot = taken();
		this.scenario.appointment(slot, LocalTime.of(9, 0), Scenario.patient("Jean", "Dupont"));
		this.scenario.appointment(slot, LocalTime.of(9, 20), Scenario.patient("Marie", "Durand"));
		this.scenario.appointment(slot, LocalTime.of(9, 40), Scenario.patient("Paul", "Martin"));
		this.scenario.appointment(slot, LocalTime.of(10, 0), Scenario.patient("Luce", "Petit"));
		change("status = 'HONOURED', regular_doctor = 'YES'", "Dupont");
		change("status = 'ABSENT', regular_doctor = 'UNREACHABLE'", "Durand");
		change("status = 'CANCELLED', cancelled_at = now()", "Petit");
		assertThat(fact(slot)).containsEntry("booked", 3)
			.containsEntry("booked_minutes", 60)
			.containsEntry("honoured", 1)
			.containsEntry("absent", 1)
			.containsEntry("without_regular_doctor", 1)
			.containsEntry("regular_doctor_unreachable", 1)
			.containsEntry("cancelled", 1);
	}

	@Test
	void whether_the_doctor_came_is_what_was_said_and_unknown_before() {
		var slot = taken();
		assertThat(fact(slot)).containsEntry("held", null);
		this.jdbc.sql("""
				insert into half_day_presence (slot_id, volunteer_id, held, decided_by, decided_at)
				values (:slot, :volunteer, false, :agent, timestamptz '2027-01-13 08:00Z')""")
			.param("slot", slot.getId())
			.param("volunteer", slot.getVolunteer().getId())
			.param("agent", this.scenario.agent().id())
			.update();
		assertThat(fact(slot)).containsEntry("held", false).containsEntry("taken", true).containsEntry("offered", 10);
	}

	private HalfDaySlot taken() {
		return this.scenario.taken(this.scenario.volunteer("Anne", "Abadie"),
				this.scenario.openSite("Maison", Scenario.MARCIAC), HalfDay.morningOf(Scenario.TUESDAY));
	}

	private void change(String what, String familyName) {
		this.jdbc.sql("update appointment set " + what + " where family_name = ?").param(familyName).update();
	}

	private Map<String, Object> fact(HalfDaySlot slot) {
		return this.jdbc.sql("select * from half_day_fact where slot_id = ?").param(slot.getId()).query().singleRow();
	}

}
