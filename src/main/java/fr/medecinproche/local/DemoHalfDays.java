package fr.medecinproche.local;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.medecinproche.local.DemoRoster.Doctor;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.schedule.PublicHolidays;
import fr.medecinproche.territory.GeoPoint;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Eight weeks of half-days at the open sites, some taken, and half a year at one of them.
 * They are written at once, the first ones perhaps begun already, which the service would
 * refuse; the constraints of the database hold all the same.
 */
@Component
@OnLocalMachine
@Order(4)
class DemoHalfDays implements DemoPart {

	private static final int WEEKS = 8;

	private static final int WEEKS_AT_MARCIAC = 26;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	/** The same one each time, so that two runs of one day look alike. */
	private final Random random = new Random(32);

	DemoHalfDays(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void create() {
		var sites = sites();
		var roster = new DemoRoster(doctors(), this.random);
		var drawnUp = new ArrayList<HalfDayRow>(atMarciac(roster, sites));
		days().forEach((day) -> sites.stream()
			.filter((site) -> site.receivesOn(day))
			.forEach((site) -> drawnUp.addAll(dayAt(site, day, roster, drawnUp))));
		drawnUp.addAll(laterAtMarciac(roster, sites));
		save(drawnUp);
	}

	/** Opened far ahead, so that a day can be taken month after month. */
	private List<HalfDayRow> laterAtMarciac(DemoRoster roster, List<Site> sites) {
		var site = marciac(sites);
		return days(WEEKS, WEEKS_AT_MARCIAC).filter(site::receivesOn)
			.flatMap((day) -> whole(site, day, 1, null, roster).stream())
			.toList();
	}

	private static Site marciac(List<Site> sites) {
		return sites.stream().filter((site) -> site.commune().equals(DemoSites.MARCIAC)).findFirst().orElseThrow();
	}

	/** The first working day from today on: the demo doctor and a colleague receive. */
	private LocalDate firstDay() {
		return days().findFirst().orElseThrow();
	}

	private Stream<LocalDate> days() {
		return days(0, WEEKS);
	}

	private Stream<LocalDate> days(int fromWeek, int untilWeek) {
		var today = LocalDate.now(this.clock);
		return today.plusWeeks(fromWeek)
			.datesUntil(today.plusWeeks(untilWeek))
			.filter((day) -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
			.filter((day) -> !PublicHolidays.falls(day));
	}

	private List<HalfDayRow> atMarciac(DemoRoster roster, List<Site> sites) {
		var site = marciac(sites);
		var demoDoctor = this.jdbc.queryForObject(
				"select v.id from volunteer v join account a on a.id = v.account_id where a.email = ?", Long.class,
				DemoSignIn.VOLUNTEER.email());
		var day = firstDay();
		var rows = new ArrayList<>(whole(site, day, 1, demoDoctor, roster));
		rows.addAll(whole(site, day, 2, roster.find(site.position(), day, 2).orElseThrow(), roster));
		var later = days().skip(10).filter(site::receivesOn).findFirst().orElseThrow();
		rows.add(row(site, later, Period.MORNING, 1, demoDoctor, roster));
		rows.add(row(site, later, Period.AFTERNOON, 1, null, roster));
		return rows;
	}

	/** Room 1 always, the other rooms now and then; some whole days have a doctor. */
	private List<HalfDayRow> dayAt(Site site, LocalDate day, DemoRoster roster, List<HalfDayRow> already) {
		var rows = new ArrayList<HalfDayRow>();
		for (int room = 1; room <= site.rooms(); room++) {
			if (isDrawnUp(site, day, room, already) || (room > 1 && this.random.nextInt(4) > 0)) {
				continue;
			}
			var wanted = this.random.nextDouble() < (day.isBefore(firstDay().plusWeeks(2)) ? 0.4 : 0.2);
			var doctor = wanted ? roster.find(site.position(), day, 2).orElse(null) : null;
			if (doctor != null && this.random.nextInt(4) == 0) {
				rows.add(row(site, day, Period.MORNING, room, doctor, roster));
				rows.add(row(site, day, Period.AFTERNOON, room, null, roster));
			}
			else {
				rows.addAll(whole(site, day, room, doctor, roster));
			}
		}
		return rows;
	}

	private static boolean isDrawnUp(Site site, LocalDate day, int room, List<HalfDayRow> rows) {
		return rows.stream().anyMatch((row) -> row.site() == site.id() && row.day().equals(day) && row.room() == room);
	}

	private static List<HalfDayRow> whole(Site site, LocalDate day, int room, @Nullable Long doctor,
			DemoRoster roster) {
		return List.of(row(site, day, Period.MORNING, room, doctor, roster),
				row(site, day, Period.AFTERNOON, room, doctor, roster));
	}

	private static HalfDayRow row(Site site, LocalDate day, Period period, int room, @Nullable Long doctor,
			DemoRoster roster) {
		return new HalfDayRow(site.id(), day, period, room, doctor,
				(doctor != null) ? roster.enter(doctor, day) : null);
	}

	private void save(List<HalfDayRow> rows) {
		var opened = OffsetDateTime.now(this.clock).minusDays(20);
		this.jdbc.batchUpdate(
				"""
						insert into half_day_slot (site_id, day, period, room, starts_at, ends_at, status, volunteer_id, rank,
						  taken_at, opened_at)
						select s.id, ?, p.period, ?, case p.period when 'MORNING' then s.morning_start else s.afternoon_start end,
						  case p.period when 'MORNING' then s.morning_end else s.afternoon_end end, ?, ?, ?, ?, ?
						from consultation_site s, (values (?)) p (period) where s.id = ?""",
				rows.stream().map((row) -> {
					boolean taken = row.doctor() != null;
					return new Object[] { row.day(), row.room(), taken ? "TAKEN" : "OPEN", row.doctor(), row.rank(),
							taken ? opened.plusDays(row.rank()) : null, opened, row.period().name(), row.site() };
				}).toList());
	}

	private List<Site> sites() {
		Map<String, List<DayOfWeek>> weekdays = DemoTable.rows("sites")
			.stream()
			.filter((row) -> !row.text("weekdays").isEmpty())
			.collect(Collectors.toMap((row) -> row.text("insee"),
					(row) -> Arrays.stream(row.text("weekdays").split(",")).map(DayOfWeek::valueOf).toList()));
		return this.jdbc.query(
				"select id, commune, latitude, longitude, rooms from consultation_site where status = 'OPEN' order by id",
				(rs, i) -> new Site(rs.getLong("id"), rs.getString("commune"),
						new GeoPoint(rs.getDouble("latitude"), rs.getDouble("longitude")), rs.getInt("rooms"),
						weekdays.getOrDefault(rs.getString("commune"), List.of())));
	}

	private List<Doctor> doctors() {
		return this.jdbc.query("""
				select v.id, c.latitude, c.longitude from volunteer v join commune c on c.insee = v.commune
				join account a on a.id = v.account_id where v.file_status = 'ACTIVE' and a.email <> ? order by v.id""",
				(rs, i) -> new Doctor(rs.getLong("id"),
						new GeoPoint(rs.getDouble("latitude"), rs.getDouble("longitude"))),
				DemoSignIn.VOLUNTEER.email());
	}

	private record Site(long id, String commune, GeoPoint position, int rooms, List<DayOfWeek> weekdays) {

		boolean receivesOn(LocalDate day) {
			return this.weekdays.contains(day.getDayOfWeek());
		}

	}

	private record HalfDayRow(long site, LocalDate day, Period period, int room, @Nullable Long doctor,
			@Nullable Integer rank) {
	}

}
