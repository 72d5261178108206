package fr.medecinproche.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what makes doctors needed, with two queries however many days are asked about.
 */
@Component
@Transactional(readOnly = true)
public class Needs {

	private static final String DOCTORS = """
			select o.site_id, o.day,
			(select count(*) from half_day_slot t join consultation_site near on near.id = t.site_id
			where near.zone = s.zone and t.status = 'TAKEN' and t.day >= date_trunc('month', o.day)
			and t.day < date_trunc('month', o.day) + interval '1 month') as planned,
			(select max(t.day) from half_day_slot t
			where t.site_id = o.site_id and t.status = 'TAKEN' and t.day <= o.day) as last_doctor
			from unnest(cast(:sites as bigint[]), cast(:days as date[])) as o (site_id, day)
			join consultation_site s on s.id = o.site_id
			""";

	private final JdbcClient jdbc;

	private final WaitingPatients waiting;

	Needs(JdbcClient jdbc, WaitingPatients waiting) {
		this.jdbc = jdbc;
		this.waiting = waiting;
	}

	/**
	 * What each offered day would answer.
	 * @param offers days at places, each pair once
	 * @return by {@link OfferedDay#key()}
	 */
	public Map<OfferedDay.Key, Need> of(Collection<OfferedDay> offers) {
		if (offers.isEmpty()) {
			return Map.of();
		}
		var keys = offers.stream().map(OfferedDay::key).toList();
		var waiting = this.waiting.around(keys.stream().map(OfferedDay.Key::siteId).collect(Collectors.toSet()));
		return this.jdbc.sql(DOCTORS)
			.param("sites", keys.stream().map(OfferedDay.Key::siteId).toArray(Long[]::new))
			.param("days", keys.stream().map((key) -> key.day().toString()).toArray(String[]::new))
			.query((result, number) -> found(result, waiting))
			.list()
			.stream()
			.collect(Collectors.toMap(Found::key, Found::need));
	}

	private static Found found(ResultSet result, Map<Long, Integer> waiting) throws SQLException {
		var key = new OfferedDay.Key(result.getLong("site_id"), result.getObject("day", LocalDate.class));
		return new Found(key, new Need(key.day(), result.getInt("planned"),
				result.getObject("last_doctor", LocalDate.class), waiting.getOrDefault(key.siteId(), 0)));
	}

	private record Found(OfferedDay.Key key, Need need) {
	}

}
