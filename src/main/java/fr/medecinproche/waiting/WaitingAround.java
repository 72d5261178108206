package fr.medecinproche.waiting;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import fr.medecinproche.schedule.WaitingPatients;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many people wait around a place: those who would come that far.
 */
@Component
class WaitingAround implements WaitingPatients {

	/** Generous: a degree of latitude is 111 km, one of longitude 78 km in the region. */
	private static final String COUNT = """
			select s.id, count(*) as waiting from consultation_site s
			join waiting_entry e on e.ended_at is null and e.expires_at > :now
			and e.latitude between s.latitude - 0.6 and s.latitude + 0.6
			and e.longitude between s.longitude - 0.9 and s.longitude + 0.9
			and km_between(e.latitude, e.longitude, s.latitude, s.longitude) <= e.radius_km
			where s.id = any (cast(:sites as bigint[])) group by s.id""";

	private final JdbcClient jdbc;

	private final Clock clock;

	WaitingAround(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Map<Long, Integer> around(Collection<Long> siteIds) {
		return this.jdbc.sql(COUNT)
			.param("now", OffsetDateTime.now(this.clock))
			.param("sites", siteIds.toArray(Long[]::new))
			.query(Count.class)
			.stream()
			.collect(Collectors.toMap(Count::id, Count::waiting));
	}

	private record Count(long id, int waiting) {
	}

}
