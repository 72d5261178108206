package fr.medecinproche.matching.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.medecinproche.schedule.MonthlyCap;
import fr.medecinproche.schedule.RoadTime;
import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.volunteer.SpokenLanguage;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Volunteers around places, the nearest first, with what they have left to give: those
 * whose file is accepted, who may sign in, and who practise within the agent's perimeter.
 * Distances are counted as the crow flies to the nearest of the places.
 */
@Component
class NearbyVolunteers {

	private static final int PAGE_SIZE = 30;

	/**
	 * Where a zone receives patients; its middle where it does not yet, and where no list
	 * says what that is, its communes.
	 */
	private static final String PLACES = """
			select s.latitude, s.longitude from consultation_site s where s.zone = :siren and s.status = 'OPEN'
			union all
			select z.latitude, z.longitude from intercommunalite z where z.siren = :siren and z.latitude is not null
			  and not exists (select from consultation_site s where s.zone = z.siren and s.status = 'OPEN')
			union all
			select c.latitude, c.longitude from commune c join intercommunalite z on z.siren = c.zone
			where z.siren = :siren and z.latitude is null
			  and not exists (select from consultation_site s where s.zone = z.siren and s.status = 'OPEN')""";

	private static final String NEAR = """
			from volunteer v join commune c on c.insee = v.commune join account a on a.id = v.account_id
			cross join lateral (select min(km_between(c.latitude, c.longitude, p.latitude, p.longitude)) as km
			  from unnest(cast(:latitudes as float8[]), cast(:longitudes as float8[])) as p (latitude, longitude)) far
			cross join lateral (select :cap - count(*) filter (where h.month = cast(:month as date)) as this_month,
			    :cap - count(*) filter (where h.month = cast(:nextMonth as date)) as next_month
			  from half_day_slot h where h.volunteer_id = v.id
			    and h.month in (cast(:month as date), cast(:nextMonth as date))) free
			where v.file_status = 'ACTIVE' and a.suspended_at is null and a.closed_at is null and far.km <= :radius
			  and c.latitude between :south and :north and c.longitude between :west and :east
			  and (cast(:perimeter as text) is null or c.departement in (select departement from perimeter_departement
			    where perimeter = cast(:perimeter as text)))
			  and (not :freeThis or free.this_month > 0) and (not :freeNext or free.next_month > 0)
			  and (cast(:weekday as text) is null or (v.mornings = '{}' and v.afternoons = '{}')
			    or cast(:weekday as text) = any (v.mornings || v.afternoons))
			  and (cast(:language as text) is null or cast(:language as text) = any (v.languages))
			  and (not :retired or v.practice = 'RETRAITE_CUMUL')
			""";

	private static final String ROWS = """
			select v.id, v.given_name, v.family_name, c.nom as commune, c.departement, v.practice = 'RETRAITE_CUMUL' as retired,
			  far.km, v.max_distance_km, free.this_month, free.next_month,
			  array_to_string(v.mornings, ',') as mornings, array_to_string(v.afternoons, ',') as afternoons,
			  array_to_string(v.languages, ',') as languages, a.email_confirmed_at is not null as confirmed,
			  (select max(h.day) from half_day_slot h where h.volunteer_id = v.id and h.day < :today) as last_day
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	NearbyVolunteers(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Where patients of a zone are received. */
	List<GeoPoint> placesOf(String siren) {
		return this.jdbc.sql(PLACES).param("siren", siren).query(GeoPoint.class).list();
	}

	Page<Row> around(List<GeoPoint> places, NearbyFilter filter, @Nullable String perimeter, int number) {
		var page = PageRequest.of(Math.clamp(number, 0, 10_000), PAGE_SIZE);
		var parameters = parameters(places, filter);
		parameters.put("perimeter", perimeter);
		var rows = this.jdbc
			.sql(ROWS + NEAR + "order by far.km, v.family_name, v.given_name, v.id limit :limit offset :offset")
			.params(parameters)
			.param("today", LocalDate.now(this.clock))
			.param("limit", PAGE_SIZE)
			.param("offset", page.getOffset())
			.query(Row.class)
			.list();
		return new PageImpl<>(rows, page,
				this.jdbc.sql("select count(*) " + NEAR).params(parameters).query(Long.class).single());
	}

	private Map<String, @Nullable Object> parameters(List<GeoPoint> places, NearbyFilter filter) {
		var boxes = places.stream().map((place) -> place.boundingBox(filter.radius())).toList();
		var month = YearMonth.now(this.clock);
		var weekday = filter.weekday();
		var language = filter.language();
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("latitudes", places.stream().map(GeoPoint::latitude).toArray(Double[]::new));
		parameters.put("longitudes", places.stream().map(GeoPoint::longitude).toArray(Double[]::new));
		parameters.put("south", boxes.stream().mapToDouble(GeoPoint.BoundingBox::south).min().orElse(0));
		parameters.put("north", boxes.stream().mapToDouble(GeoPoint.BoundingBox::north).max().orElse(0));
		parameters.put("west", boxes.stream().mapToDouble(GeoPoint.BoundingBox::west).min().orElse(0));
		parameters.put("east", boxes.stream().mapToDouble(GeoPoint.BoundingBox::east).max().orElse(0));
		parameters.put("radius", filter.radius());
		parameters.put("cap", MonthlyCap.HALF_DAYS);
		parameters.put("month", month.atDay(1).toString());
		parameters.put("nextMonth", month.plusMonths(1).atDay(1).toString());
		parameters.put("freeThis", filter.freeThisMonth());
		parameters.put("freeNext", filter.freeNextMonth());
		parameters.put("weekday", (weekday != null) ? weekday.name() : null);
		parameters.put("language", (language != null) ? language.name() : null);
		parameters.put("retired", filter.retiredOnly());
		return parameters;
	}

	/**
	 * A volunteer.
	 *
	 * @param id the volunteer
	 * @param givenName the doctor's
	 * @param familyName the doctor's
	 * @param commune where they practise
	 * @param departement the code of its department
	 * @param retired whether they are retired and still practise
	 * @param km how far as the crow flies
	 * @param maxDistanceKm how far they like to go, null for any distance
	 * @param thisMonth how many half-days they may still take this month
	 * @param nextMonth and the next
	 * @param mornings the weekdays whose mornings suit, with commas
	 * @param afternoons the weekdays whose afternoons suit
	 * @param languages what they speak besides French
	 * @param confirmed whether they have ever answered at their address
	 * @param lastDay the day they last came, null for never
	 */
	record Row(long id, String givenName, String familyName, String commune, String departement, boolean retired,
			double km, @Nullable Integer maxDistanceKm, int thisMonth, int nextMonth, String mornings,
			String afternoons, String languages, boolean confirmed, @Nullable LocalDate lastDay) {

		public int minutes() {
			return RoadTime.of(this.km).minutes();
		}

		/** Whether it is farther than they like. */
		public boolean isFar() {
			return this.maxDistanceKm != null && this.km > this.maxDistanceKm;
		}

		/** The weekdays that suit, in the order of the week; none when all do. */
		public List<DayOfWeek> weekdays() {
			return Arrays.stream((this.mornings + "," + this.afternoons).split(","))
				.filter((day) -> !day.isEmpty())
				.map(DayOfWeek::valueOf)
				.distinct()
				.sorted()
				.toList();
		}

		public List<SpokenLanguage> spoken() {
			return Arrays.stream(this.languages.split(","))
				.filter((language) -> !language.isEmpty())
				.map(SpokenLanguage::valueOf)
				.toList();
		}

	}

}
