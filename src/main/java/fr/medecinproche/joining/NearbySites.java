package fr.medecinproche.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import fr.medecinproche.joining.NearbySite.Opening;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.schedule.RoadTime;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.territory.GeoPoint;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a doctor may find near home, before joining. A fixed number of queries answers,
 * however many sites and half-days there are.
 */
@Component
@Transactional(readOnly = true)
public class NearbySites {

	private static final int OPENINGS = 3;

	private static final String NEXT = """
			select site_id, day, period from (
			  select s.site_id, s.day, s.period, row_number() over (partition by s.site_id order by s.day, s.period desc)
			    as place
			  from half_day_slot s
			  where s.status = 'OPEN' and s.site_id = any (cast(:sites as bigint[])) and (s.day, s.starts_at) > (:today, :time)
			  and not exists (select from site_no_need n where n.site_id = s.site_id
			    and s.day between n.from_day and n.until_day and (n.period is null or n.period = s.period))
			  group by s.site_id, s.day, s.period) each
			where place <= :openings order by site_id, place""";

	private final ConsultationSites sites;

	private final JdbcClient jdbc;

	private final Clock clock;

	NearbySites(ConsultationSites sites, JdbcClient jdbc, Clock clock) {
		this.sites = sites;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The open sites nearest to a place.
	 * @param home where the doctor starts from
	 * @param howMany how many at most
	 * @return nearest first
	 */
	public List<NearbySite> around(GeoPoint home, int howMany) {
		var nearest = this.sites.openIn(-90, 90, -180, 180)
			.stream()
			.sorted(Comparator.comparingDouble((ConsultationSite site) -> site.getPosition().distanceTo(home))
				.thenComparing(ConsultationSite::getId))
			.limit(howMany)
			.toList();
		var openings = openings(nearest);
		return nearest.stream()
			.map((site) -> near(site, site.getPosition().distanceTo(home),
					openings.getOrDefault(site.getId(), List.of())))
			.toList();
	}

	private static NearbySite near(ConsultationSite site, double km, List<Opening> next) {
		return new NearbySite(site, site.getEquipment().stream().sorted().toList(), km, RoadTime.of(km).minutes(),
				next);
	}

	private Map<Long, List<Opening>> openings(List<ConsultationSite> nearest) {
		var now = LocalDateTime.now(this.clock);
		return this.jdbc.sql(NEXT)
			.param("sites", nearest.stream().map(ConsultationSite::getId).toArray(Long[]::new))
			.param("today", now.toLocalDate())
			.param("time", now.toLocalTime())
			.param("openings", OPENINGS)
			.query(Row.class)
			.list()
			.stream()
			.collect(Collectors.groupingBy(Row::siteId,
					Collectors.mapping((row) -> new Opening(row.day(), row.period()), Collectors.toList())));
	}

	/**
	 * What there is in the region today.
	 * @return the open sites and their open half-days to come
	 */
	public Figures figures() {
		return this.jdbc
			.sql("""
					select count(distinct s.id) as sites, count(h.id) as half_days, count(distinct s.id)
					  filter (where s.secretary) as with_secretary, count(distinct s.id) filter (where s.lodging) as with_lodging
					from consultation_site s join intercommunalite z on z.siren = s.zone and z.priority
					left join half_day_slot h on h.site_id = s.id and h.status = 'OPEN' and h.day > :today
					where s.status = 'OPEN'""")
			.param("today", LocalDate.now(this.clock))
			.query(Figures.class)
			.single();
	}

	private record Row(long siteId, LocalDate day, Period period) {
	}

	/**
	 * What there is, counted.
	 *
	 * @param sites open sites
	 * @param halfDays half-days to come that nobody has taken
	 * @param withSecretary of the sites, those where somebody receives the patients
	 * @param withLodging of the sites, those where the doctor may stay the night
	 */
	public record Figures(int sites, int halfDays, int withSecretary, int withLodging) {
	}

}
