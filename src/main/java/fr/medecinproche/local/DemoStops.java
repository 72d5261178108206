package fr.medecinproche.local;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Where the demo's « médicobus » stands: every week in four communes of its zone, half a
 * day in each.
 */
@Component
@OnLocalMachine
@Order(3)
class DemoStops implements DemoPart {

	private static final int WEEKS_BACK = 12;

	private static final int WEEKS_AHEAD = 27;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	DemoStops(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void create() {
		var today = LocalDate.now(this.clock);
		this.jdbc.update(
				"""
						insert into site_stop (site_id, day, period, commune, address, postal_code, latitude, longitude)
						select s.id, d.day::date, p.period, c.insee, 'Place de la Mairie', left(c.postal_codes, 5), c.latitude,
						  c.longitude
						from consultation_site s
						cross join generate_series(cast(? as date), cast(? as date), interval '1 day') d (day)
						cross join (values (0, 'MORNING'), (1, 'AFTERNOON')) p (place, period)
						join lateral (select insee, postal_codes, latitude, longitude, row_number() over (order by population desc) as place
						  from commune where zone = s.zone) c
						  on c.place = 1 + (extract(isodow from d.day)::integer * 2 + p.place) % 4
						where s.kind = 'MEDICOBUS' and extract(isodow from d.day) <= 5""",
				today.minusWeeks(WEEKS_BACK), today.plusWeeks(WEEKS_AHEAD));
	}

}
