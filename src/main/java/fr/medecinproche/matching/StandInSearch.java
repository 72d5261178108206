package fr.medecinproche.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.MonthlyCap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may be invited to a half-day: doctors whose file is complete, who may sign in, are
 * nowhere else then, have room in that month and have not said no; in the order of
 * {@link Candidate}.
 */
@Component
class StandInSearch {

	private static final String SUITABLE = """
			select v.id as volunteer_id, far.km,
			  exists (select from half_day_slot past where past.volunteer_id = v.id and past.site_id = :site
			    and past.day < :today) as knows_site,
			  case when v.mornings = '{}' and v.afternoons = '{}' then 'NONE'
			    when :weekday = any (case :period when 'MORNING' then v.mornings else v.afternoons end) then 'MET'
			    else 'NOT_MET' end as day,
			  case when v.max_distance_km is null then 'NONE' when far.km <= v.max_distance_km then 'MET'
			    else 'NOT_MET' end as road
			from volunteer v join commune c on c.insee = v.commune join account a on a.id = v.account_id
			cross join lateral (select km_between(c.latitude, c.longitude, :latitude, :longitude) as km) far
			where v.file_status = 'ACTIVE' and v.id <> :asker and a.email_confirmed_at is not null and a.suspended_at is null
			  and a.closed_at is null
			  and c.latitude between :south and :north and c.longitude between :west and :east
			  and not exists (select from half_day_slot mine
			    where mine.volunteer_id = v.id and mine.day = :day and mine.period = :period)
			  and (select count(*) from half_day_slot mine
			    where mine.volunteer_id = v.id and mine.month = cast(:month as date)) < :cap
			  and not exists (select from stand_in_invitation i join stand_in_request r on r.id = i.request_id
			    where i.volunteer_id = v.id and r.slot_id = :slot and (r.outcome = 'OPEN' or i.answer = 'DECLINED'))
			""";

	private final JdbcClient jdbc;

	private final StandInSettings settings;

	private final Clock clock;

	StandInSearch(JdbcClient jdbc, StandInSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Who may be invited and was not yet.
	 * @param slot a half-day with a doctor
	 * @param asker who cannot come
	 * @return in the order in which they are invited
	 */
	@Transactional(readOnly = true)
	public List<Candidate> suitable(HalfDaySlot slot, long asker) {
		var site = slot.getPosition();
		var box = site.boundingBox(this.settings.withinKm());
		return this.jdbc.sql(SUITABLE)
			.param("latitude", site.latitude())
			.param("longitude", site.longitude())
			.param("site", slot.getSite().getId())
			.param("today", LocalDate.now(this.clock))
			.param("asker", asker)
			.param("south", box.south())
			.param("north", box.north())
			.param("west", box.west())
			.param("east", box.east())
			.param("day", slot.getHalfDay().day())
			.param("weekday", slot.getHalfDay().day().getDayOfWeek().name())
			.param("period", slot.getHalfDay().period().name())
			.param("month", slot.getMonth().atDay(1).toString())
			.param("cap", MonthlyCap.HALF_DAYS)
			.param("slot", slot.getId())
			.query(Candidate.class)
			.list()
			.stream()
			.filter((candidate) -> candidate.km() <= this.settings.withinKm())
			.sorted(Candidate.ORDER)
			.toList();
	}

}
