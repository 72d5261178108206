package fr.medecinproche.volunteer.web;

import java.time.Clock;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Of the doctors who applied within a period, how many came how far, and how long each
 * step took. An application is the first step of a file that was not imported; coming
 * back later is no second one. A stage is reached when its step, or a later one, was ever
 * recorded, even if it was taken back; its days are counted from the day the stage before
 * was first reached, for doctors whose days are both known.
 */
@Component
class FileFunnel {

	private static final String FUNNEL = """
			with applied as (
			  select v.id, s.happened_on as submitted, v.file_status
			  from volunteer v join commune c on c.insee = v.commune
			  join volunteer_file_step s on s.volunteer_id = v.id and s.number = 1
			  where not s.imported and s.happened_on between :from and :to
			    and (cast(:perimeter as text) is null or c.departement in (select departement from perimeter_departement
			      where perimeter = cast(:perimeter as text)))),
			days as (
			  select a.id, a.submitted, a.file_status,
			    min(s.happened_on) filter (where s.to_status = 'ORDRE_CHECK') as ordre,
			    min(s.happened_on) filter (where s.to_status = 'ACTIVITY_DECLARED') as activity,
			    min(s.happened_on) filter (where s.to_status = 'CPAM_NUMBER_GIVEN') as number,
			    min(s.happened_on) filter (where s.to_status = 'ACTIVE') as active,
			    (select min(h.day) from half_day_slot h where h.volunteer_id = a.id
			      and (h.day + h.ends_at) at time zone 'Europe/Paris' <= :now) as came
			  from applied a join volunteer_file_step s on s.volunteer_id = a.id
			  group by a.id, a.submitted, a.file_status)
			select count(*) as submitted,
			  count(coalesce(ordre, activity, number, active)) as ordre, count(coalesce(activity, number, active)) as activity,
			  count(coalesce(number, active)) as number, count(active) as active, count(came) as came,
			  percentile_disc(0.5) within group (order by ordre - submitted) as ordre_days,
			  percentile_disc(0.5) within group (order by activity - ordre) as activity_days,
			  percentile_disc(0.5) within group (order by number - activity) as number_days,
			  percentile_disc(0.5) within group (order by active - number) as active_days,
			  percentile_disc(0.5) within group (order by came - active) as came_days,
			  percentile_disc(0.5) within group (order by active - submitted) as whole_days,
			  count(*) filter (where file_status = 'REFUSED') as refused,
			  count(*) filter (where file_status = 'WITHDRAWN') as withdrawn
			from days
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	FileFunnel(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Figures of(Span applied, @Nullable String perimeter) {
		return this.jdbc.sql(FUNNEL)
			.param("from", applied.from())
			.param("to", applied.to())
			.param("perimeter", perimeter)
			.param("now", OffsetDateTime.now(this.clock))
			.query(Figures.class)
			.single();
	}

	/** How many files were imported within a period, which the figures leave out. */
	int imported(Span recorded, @Nullable String perimeter) {
		return this.jdbc
			.sql("""
					select count(*) from volunteer_file_step s join volunteer v on v.id = s.volunteer_id
					join commune c on c.insee = v.commune
					where s.number = 1 and s.imported
					  and (s.recorded_at at time zone 'Europe/Paris')::date between :from and :to
					  and (cast(:perimeter as text) is null or c.departement in (select departement from perimeter_departement
					    where perimeter = cast(:perimeter as text)))""")
			.param("from", recorded.from())
			.param("to", recorded.to())
			.param("perimeter", perimeter)
			.query(Integer.class)
			.single();
	}

	/**
	 * The figures: how many came to each stage, and the median of its days, null where
	 * nobody's are known.
	 *
	 * @param submitted how many applied
	 * @param ordre for how many the Ordre was asked
	 * @param activity for how many it added the activity
	 * @param number to how many the CPAM gave a number
	 * @param active how many were accepted
	 * @param came how many have held a half-day
	 * @param ordreDays from the application
	 * @param activityDays from the question to the Ordre
	 * @param numberDays from the activity
	 * @param activeDays from the number
	 * @param cameDays from the acceptance
	 * @param wholeDays from the application to the acceptance
	 * @param refused how many are refused now
	 * @param withdrawn how many have left now
	 */
	record Figures(int submitted, int ordre, int activity, int number, int active, int came,
			@Nullable Integer ordreDays, @Nullable Integer activityDays, @Nullable Integer numberDays,
			@Nullable Integer activeDays, @Nullable Integer cameDays, @Nullable Integer wholeDays, int refused,
			int withdrawn) {

		public int count(FunnelStage stage) {
			return switch (stage) {
				case SUBMITTED -> this.submitted;
				case ORDRE_CHECK -> this.ordre;
				case ACTIVITY_DECLARED -> this.activity;
				case CPAM_NUMBER_GIVEN -> this.number;
				case ACTIVE -> this.active;
				case CAME -> this.came;
			};
		}

		public @Nullable Integer days(FunnelStage stage) {
			return switch (stage) {
				case SUBMITTED -> null;
				case ORDRE_CHECK -> this.ordreDays;
				case ACTIVITY_DECLARED -> this.activityDays;
				case CPAM_NUMBER_GIVEN -> this.numberDays;
				case ACTIVE -> this.activeDays;
				case CAME -> this.cameDays;
			};
		}

		/** Out of a hundred who applied. */
		public int share(FunnelStage stage) {
			return (this.submitted == 0) ? 0 : Math.round(100f * count(stage) / this.submitted);
		}

	}

}
