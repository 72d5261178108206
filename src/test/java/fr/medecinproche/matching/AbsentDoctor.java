package fr.medecinproche.matching;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.medecinproche.appointment.Booking;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.testing.Scenario;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Patients of all kinds on the half-day of a doctor who will not come, and what they were
 * told.
 */
public final class AbsentDoctor {

	private final Scenario scenario;

	private final JdbcClient jdbc;

	public AbsentDoctor(Scenario scenario, JdbcClient jdbc) {
		this.scenario = scenario;
		this.jdbc = jdbc;
	}

	/** Somebody with these means, or without. */
	public static Patient somebody(String familyName, @Nullable String phone, @Nullable String email) {
		return new Patient("Jeanne", familyName, LocalDate.of(1941, 5, 8), phone, email, Scenario.PLAISANCE,
				RegularDoctor.NO, false);
	}

	/** One patient for each way to be reached, from nine o'clock on, by family name. */
	public Map<String, Booking> patientsOfAllKinds(HalfDaySlot slot) {
		var people = List.of(somebody("Mobile", "+33639980011", null),
				somebody("Courriel", null, "courriel@essai.example"), somebody("Fixe", "+33199001199", null),
				somebody("Deux", "+33639980012", "deux@essai.example"), somebody("Rien", "+33199001198", null));
		var booked = new LinkedHashMap<String, Booking>();
		for (var patient : people) {
			booked.put(patient.familyName(),
					this.scenario.appointment(slot, LocalTime.of(9, 0).plusMinutes(20L * booked.size()), patient));
		}
		// no page lets somebody book without any contact; the rule holds all the same
		this.jdbc.sql("update appointment set forgotten_at = now() where family_name = 'Rien'").update();
		this.jdbc.sql("delete from outbox_message").update();
		return booked;
	}

	/** Who was told what how: "Fixe CALL cancelled", by family name. */
	public List<String> told() {
		return this.jdbc.sql("""
				select a.family_name || ' ' || m.channel || ' ' || split_part(m.dedup_key, ':', 3)
				from outbox_message m join appointment a on a.id = m.appointment_id
				where m.not_after > m.created_at order by 1""").query(String.class).list();
	}

}
