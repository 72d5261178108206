package fr.medecinproche.local;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A directory of the invented doctors, called a demonstration wherever it is named. The
 * last two have not joined: their numbers are in the README, to try an application with.
 */
@Component
@OnLocalMachine
@Order(4)
class DemoDirectory implements DemoPart {

	private final JdbcClient jdbc;

	private final Clock clock;

	DemoDirectory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void create() {
		this.jdbc
			.sql("""
					insert into directory_doctor (rpps, given_name, family_name, skills)
					select rpps, upper(given_name), upper(family_name), '{SM26}' from volunteer
					union all values ('%s', 'LUCE', 'MARTY', '{SM26}'::text[]), ('%s', 'JOSEPH', 'CALVET', '{SM04}'::text[])"""
				.formatted(DemoDoctors.rpps(900_001), DemoDoctors.rpps(900_002)))
			.update();
		this.jdbc.sql(
				"insert into directory_extract (name, day, doctors, imported_at) select 'démonstration', ?, count(*), ? "
						+ "from directory_doctor")
			.params(LocalDate.now(this.clock), this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

}
