package fr.medecinproche.insight.web;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import fr.medecinproche.insight.Span;
import fr.medecinproche.insight.Tally;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.testing.Scenario;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Half-days and appointments by chance, and what they add up to, counted from the rows of
 * the tables one by one.
 */
class CoverageFixture {

	static final LocalDate TODAY = LocalDate.of(2027, 1, 4);

	private static final List<String> COMMUNES = List.of(Scenario.MARCIAC, Scenario.PLAISANCE, Scenario.LE_VIGAN);

	private static final List<String> STATUSES = List.of("BOOKED", "HONOURED", "ABSENT", "CANCELLED", "RELEASED");

	/** Of each site. */
	private static final int DOCTORS = 4;

	private final Scenario scenario;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final List<Long> doctors = new ArrayList<>();

	private final Map<YearMonth, Integer> taken = new HashMap<>();

	private int numbers;

	CoverageFixture(Scenario scenario, JdbcClient jdbc, TransactionTemplate transaction) {
		this.scenario = scenario;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** Some weeks around today at three sites of two zones, without any rule holding. */
	List<ConsultationSite> byChance(long seed) {
		var chance = new Random(seed);
		var sites = new ArrayList<ConsultationSite>();
		for (var commune : COMMUNES) {
			sites.add(this.scenario.openSite("Maison " + commune, commune, 2));
		}
		for (int doctor = 0; doctor < DOCTORS * sites.size(); doctor++) {
			this.doctors.add(this.scenario.volunteer("Anne", "Abadie" + doctor).getId());
		}
		var agent = this.scenario.agent().id();
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("set local session_replication_role = replica").update();
			for (int site = 0; site < sites.size(); site++) {
				this.taken.clear();
				for (var day = TODAY.minusDays(25); day.isBefore(TODAY.plusDays(50)); day = day.plusDays(1)) {
					if (chance.nextInt(3) == 0) {
						halfDay(sites.get(site).getId(), site * DOCTORS, day, chance, agent);
					}
				}
			}
		});
		return sites;
	}

	private void halfDay(long site, int firstDoctor, LocalDate day, Random chance, long agent) {
		var status = List.of("OPEN", "TAKEN", "TAKEN", "TAKEN", "CLOSED").get(chance.nextInt(5));
		int minutes = List.of(15, 20, 30).get(chance.nextInt(3));
		boolean taken = status.equals("TAKEN");
		// each of the site's doctors in turn: nobody comes more than four times a month
		int turn = taken ? this.taken.merge(YearMonth.from(day), 1, Integer::sum) - 1 : 0;
		long doctor = this.doctors.get(firstDoctor + turn % DOCTORS);
		boolean morning = chance.nextBoolean();
		var slot = this.jdbc.sql("""
				insert into half_day_slot (site_id, day, period, room, starts_at, ends_at, status, volunteer_id, rank,
				  taken_at, opened_at, consultation_minutes)
				values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, now(), ?) returning id""")
			.params(site, Date.valueOf(day), morning ? "MORNING" : "AFTERNOON", Time.valueOf(start(morning)),
					Time.valueOf(start(morning).plusMinutes(210)), status, taken ? doctor : null,
					taken ? 1 + turn / DOCTORS : null, taken ? Date.valueOf(day) : null, minutes)
			.query(Long.class)
			.single();
		if (taken) {
			patients(slot, day, start(morning), chance);
			if (day.isBefore(TODAY) && chance.nextInt(4) > 0) {
				this.jdbc.sql("insert into half_day_presence values (?, ?, ?, ?, now())")
					.params(slot, doctor, chance.nextInt(5) > 0, agent)
					.update();
			}
		}
	}

	private static LocalTime start(boolean morning) {
		return LocalTime.of(morning ? 9 : 14, 0);
	}

	/**
	 * Now and then the whole half-day is full; else some quarters of an hour are taken.
	 */
	private void patients(long slot, LocalDate day, LocalTime start, Random chance) {
		boolean full = chance.nextInt(3) == 0;
		for (int quarter = 0; quarter < 14; quarter++) {
			if (full || chance.nextInt(3) == 0) {
				var status = full ? "BOOKED" : STATUSES.get(chance.nextInt(STATUSES.size()));
				appointment(slot, day.atTime(start.plusMinutes(15L * quarter)).atZone(HalfDay.ZONE), status);
			}
		}
	}

	private void appointment(long slot, ZonedDateTime start, String status) {
		this.jdbc.sql("""
				insert into appointment (slot_id, starts_at, ends_at, kind, status, code, regular_doctor, for_relative,
				  channel, created_at, cancelled_at, forgotten_at)
				values (?, ?, ?, 'RENEWAL', ?, ?, 'NO', false, 'WEB', now(), ?, now())""")
			.params(slot, Timestamp.from(start.toInstant()), Timestamp.from(start.plusMinutes(15).toInstant()), status,
					"%06d".formatted(++this.numbers),
					status.equals("CANCELLED") ? Timestamp.from(start.toInstant()) : null)
			.update();
	}

	/** The figures of a zone in a span, from the tables and nothing else. */
	Tally counted(String siren, Span span) {
		var sum = Tally.NONE;
		for (var slot : this.jdbc.sql("""
				select h.id, h.day, h.status, h.starts_at, h.ends_at, h.consultation_minutes from half_day_slot h
				where h.site_id in (select id from consultation_site where zone = ?)""")
			.param(siren)
			.query(Slot.class)
			.list()) {
			if (!slot.day().isBefore(span.from()) && slot.day().isBefore(span.until())) {
				sum = sum.plus(counted(slot));
			}
		}
		return sum;
	}

	private Tally counted(Slot slot) {
		var held = this.jdbc.sql("select held from half_day_presence where slot_id = ?")
			.param(slot.id())
			.query(Boolean.class)
			.optional();
		var statuses = this.jdbc.sql("select status from appointment where slot_id = ?")
			.param(slot.id())
			.query(String.class)
			.list();
		boolean taken = slot.status().equals("TAKEN");
		int minutes = taken ? (int) Duration.between(slot.startsAt(), slot.endsAt()).toMinutes() : 0;
		int booked = count(statuses, "BOOKED") + count(statuses, "HONOURED") + count(statuses, "ABSENT");
		// whoever is booked here has no regular doctor, and a quarter of an hour
		return new Tally(slot.status().equals("CLOSED") ? 0 : 1, taken ? 1 : 0, held.orElse(false) ? 1 : 0,
				slot.status().equals("CLOSED") ? 1 : 0, minutes / slot.consultationMinutes(), booked,
				count(statuses, "HONOURED"), count(statuses, "ABSENT"), booked, minutes, 15L * booked);
	}

	private static int count(List<String> statuses, String status) {
		return (int) statuses.stream().filter(status::equals).count();
	}

	/** How many half-days of a span that is over wait for somebody to say who came. */
	int undecided(Span span) {
		return this.jdbc.sql("""
				select id from half_day_slot where status = 'TAKEN' and day >= ? and day < ?
				and id not in (select slot_id from half_day_presence)""")
			.params(Date.valueOf(span.from()), Date.valueOf(span.until()))
			.query(Long.class)
			.list()
			.size();
	}

	/**
	 * The last day before now of a half-day somebody took, and nobody said was missed.
	 */
	@Nullable LocalDate lastDay(String siren) {
		return this.jdbc.sql("""
				select h.day from half_day_slot h
				where h.site_id in (select id from consultation_site where zone = ?) and h.status = 'TAKEN'
				and h.day < ? and h.id not in (select slot_id from half_day_presence where not held)
				order by h.day desc limit 1""")
			.params(siren, Date.valueOf(TODAY))
			.query(LocalDate.class)
			.optional()
			.orElse(null);
	}

	record Slot(long id, LocalDate day, String status, LocalTime startsAt, LocalTime endsAt, int consultationMinutes) {
	}

}
