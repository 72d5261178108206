package fr.medecinproche.local;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * People of every zone on the waiting list. Written at once, so that nobody gets a
 * letter.
 */
@Component
@OnLocalMachine
@Order(7)
class DemoWaiting implements DemoPart {

	private static final List<Integer> RADII = List.of(20, 30, 30, 60);

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final Random random = new Random(20);

	DemoWaiting(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void create() {
		var patients = new DemoPatients(this.random, LocalDate.now(this.clock));
		var now = OffsetDateTime.now(this.clock);
		for (var zone : this.jdbc.queryForList("select siren from intercommunalite where priority order by siren",
				String.class)) {
			var communes = this.jdbc.queryForList("select insee from commune where zone = ? order by insee",
					String.class, zone);
			for (int number = this.random.nextInt(2, 7); number > 0 && !communes.isEmpty(); number--) {
				save(patients, communes, now.minusHours(this.random.nextInt(2, 400)));
			}
		}
	}

	private void save(DemoPatients patients, List<String> communes, OffsetDateTime joined) {
		var patient = patients.next(communes);
		this.jdbc.update("""
				insert into waiting_entry (given_name, family_name, name_key, birth_date, phone, email, commune,
				  regular_doctor, for_relative, latitude, longitude, radius_km, kind, joined_at, expires_at)
				select ?, ?, ?, ?, ?, ?, insee, ?, ?, latitude, longitude, ?, 'CONSULTATION', ?, ?
				from commune where insee = ?""", patient.givenName(), patient.familyName(), patient.nameKey(),
				patient.birthDate(), patient.phone(), patient.email(), patient.regularDoctor().name(),
				patient.forRelative(), RADII.get(this.random.nextInt(RADII.size())), joined, joined.plusMonths(3),
				patient.commune());
	}

}
