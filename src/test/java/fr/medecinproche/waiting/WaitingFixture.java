package fr.medecinproche.waiting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.Patient;
import fr.medecinproche.appointment.RegularDoctor;
import fr.medecinproche.appointment.VisitKind;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.testing.Scenario;
import fr.medecinproche.territory.Communes;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts people on the waiting list, and reads what they were offered.
 */
final class WaitingFixture {

	private final WaitingService waiting;

	private final Communes communes;

	private final JdbcClient jdbc;

	WaitingFixture(WaitingService waiting, Communes communes, JdbcClient jdbc) {
		this.waiting = waiting;
		this.communes = communes;
		this.jdbc = jdbc;
	}

	static Patient person(int number) {
		return person(number, RegularDoctor.NO);
	}

	/** "Personne A", "Personne B"…, each with a mobile of their own. */
	static Patient person(int number, RegularDoctor answer) {
		return new Patient("Personne", name(number), LocalDate.of(1950, 1, 1).plusDays(number),
				"+3363998%04d".formatted(number), null, Scenario.PLAISANCE, answer, false);
	}

	static String name(int number) {
		return (number < 26) ? String.valueOf((char) ('A' + number)) : name(number / 26 - 1) + name(number % 26);
	}

	/** Waits thirty kilometres around Plaisance for a consultation, at any hour. */
	Secret joins(Patient patient) {
		return joins(patient, 30, null);
	}

	Secret joins(Patient patient, int radius, @Nullable Period period) {
		return joins(patient, Scenario.PLAISANCE, new WaitingWish(VisitKind.CONSULTATION, (short) radius, period));
	}

	Secret joins(Patient patient, String insee, WaitingWish wish) {
		return this.waiting.join(patient, this.communes.findById(insee).orElseThrow(), wish, Locale.FRENCH)
			.orElseThrow();
	}

	/** "A 09:00", in the order of the offers that are open. */
	List<String> open() {
		return offers("where o.outcome = 'OPEN'");
	}

	/** The same, of all offers ever made, with what became of them. */
	List<String> all() {
		return offers("");
	}

	private List<String> offers(String which) {
		return this.jdbc
			.sql("select e.family_name || ' ' || to_char(o.starts_at at time zone 'Europe/Paris', 'HH24:MI')"
					+ (which.isEmpty() ? " || ' ' || o.outcome" : "")
					+ " from waiting_offer o join waiting_entry e on e.id = o.entry_id " + which + " order by o.id")
			.query(String.class)
			.list();
	}

	long latestOffer() {
		return this.jdbc.sql("select max(id) from waiting_offer").query(Long.class).single();
	}

	static Instant at(HalfDaySlot slot, LocalTime time) {
		return slot.getHalfDay().day().atTime(time).atZone(HalfDay.ZONE).toInstant();
	}

}
