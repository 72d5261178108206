package fr.medecinproche.local;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Values of the five criteria for every zone: invented, which their source says. Some are
 * missing, as they will be.
 */
@Component
@OnLocalMachine
@Order(10)
class DemoNeed implements DemoPart {

	private static final String SOURCE = "démonstration : valeur inventée, sans rapport avec la réalité";

	private static final int YEAR = 2024;

	/** One value of five is known to nobody. */
	private static final int MISSING = 5;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final Random random = new Random(28);

	DemoNeed(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void create() {
		var now = OffsetDateTime.now(this.clock);
		var rows = new ArrayList<Object[]>();
		for (var zone : this.jdbc.queryForList("select siren from intercommunalite where priority order by siren",
				String.class)) {
			rows.addAll(List.of(row(zone, "ACCESS", 120, 400, 2, now), row(zone, "YOUNG_DOCTORS", 8, 55, 0, now),
					row(zone, "LONG_ILLNESS", 17, 29, 0, now), row(zone, "LIVING_STANDARD", 178, 236, -2, now)));
			if (this.random.nextInt(MISSING) > 0) {
				rows.add(row(zone, "EMERGENCY", 15, 75, 0, now));
			}
		}
		this.jdbc.batchUpdate("""
				insert into zone_need (siren, criterion, value, year, source, recorded_at) values (?, ?, ?, ?, ?, ?)""",
				rows);
	}

	private Object[] row(String zone, String criterion, int least, int most, int decimals, OffsetDateTime now) {
		var value = BigDecimal.valueOf(this.random.nextInt(least, most)).scaleByPowerOfTen(-decimals);
		return new Object[] { zone, criterion, value, YEAR, SOURCE, now };
	}

}
