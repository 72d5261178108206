package fr.medecinproche.volunteer.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import fr.medecinproche.volunteer.FilePace;
import fr.medecinproche.volunteer.FileStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files within an agent's perimeter by step and by age. Each number is that of the
 * rows {@link FileDirectory} shows for it.
 */
@Component
class FilePipeline {

	private static final String COUNTS = """
			select v.file_status as status, count(*) as files,
			  count(*) filter (where :today - v.file_since < 7) as week,
			  count(*) filter (where :today - v.file_since between 7 and 13) as fortnight,
			  count(*) filter (where :today - v.file_since between 14 and 27) as month,
			  count(*) filter (where :today - v.file_since >= 28) as longer,
			  percentile_disc(0.5) within group (order by :today - v.file_since) as median,
			  max(:today - v.file_since) as oldest,
			  count(*) filter (where v.file_since + pace.days <= :today) as late
			from volunteer v join commune c on c.insee = v.commune
			left join unnest(cast(:paced as text[]), cast(:days as int[])) as pace (status, days)
			  on pace.status = v.file_status
			where (cast(:perimeter as text) is null or c.departement in (select departement from perimeter_departement
			    where perimeter = cast(:perimeter as text)))
			group by v.file_status
			""";

	private final JdbcClient jdbc;

	private final FilePace pace;

	private final Clock clock;

	FilePipeline(JdbcClient jdbc, FilePace pace, Clock clock) {
		this.jdbc = jdbc;
		this.pace = pace;
		this.clock = clock;
	}

	/**
	 * The files of each status that has some, in the order of the way.
	 * @param perimeter what the agent sees, null for everything
	 */
	List<Stage> stages(@Nullable String perimeter) {
		var after = this.pace.reminders().after();
		return this.jdbc.sql(COUNTS)
			.param("today", LocalDate.now(this.clock))
			.param("paced", after.keySet().stream().map(FileStatus::name).toArray(String[]::new))
			.param("days", after.values().toArray(Integer[]::new))
			.param("perimeter", perimeter)
			.query(Stage.class)
			.list()
			.stream()
			.sorted((one, other) -> one.status().compareTo(other.status()))
			.toList();
	}

	/**
	 * After how many days a file is late, by status; none where nothing is waited for.
	 */
	Map<FileStatus, Integer> lateAfter() {
		return this.pace.reminders().after();
	}

	/**
	 * The files in one status.
	 *
	 * @param status the status
	 * @param files how many
	 * @param week of them, those that came less than a week ago
	 * @param fortnight from a week to less than two
	 * @param month from two weeks to less than four
	 * @param longer four weeks ago or more
	 * @param median half of them have stood there for at most so many days
	 * @param oldest for how many days the one that came first has stood there
	 * @param late how many have stood there for too long
	 */
	record Stage(FileStatus status, int files, int week, int fortnight, int month, int longer, int median, int oldest,
			int late) {

		public int count(AgeBand band) {
			return switch (band) {
				case WEEK -> this.week;
				case FORTNIGHT -> this.fortnight;
				case MONTH -> this.month;
				case LONGER -> this.longer;
			};
		}

		/** Whether somebody must act on them. */
		public boolean isPending() {
			return this.status.isPending();
		}

	}

}
