package fr.medecinproche.campaign.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import fr.medecinproche.campaign.Audience;
import fr.medecinproche.campaign.CallAnswer;
import fr.medecinproche.campaign.CampaignSpan;
import fr.medecinproche.campaign.CampaignStatus;
import fr.medecinproche.campaign.LeftOut;
import fr.medecinproche.schedule.Period;
import fr.medecinproche.schedule.SlotStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The calls an agent may see, with what came of them.
 */
@Component
class CampaignDirectory {

	private static final int PAGE_SIZE = 30;

	private static final String SEEN = """
			from campaign c join intercommunalite z on z.siren = c.zone
			where (cast(:perimeter as text) is null or exists (select from intercommunalite_departement p
			  where p.siren = c.zone and p.departement in (select departement from perimeter_departement
			    where perimeter = cast(:perimeter as text))))
			""";

	private static final String PEOPLE = """
			from campaign_invitation i join campaign c on c.id = i.campaign_id
			left join outbox_message m on m.dedup_key = 'campaign:' || i.campaign_id || ':' || i.id
			where i.campaign_id = :campaign
			""";

	private static final String TAKEN = """
			select count(*) from campaign_half_day d join half_day_slot h on h.id = d.slot_id
			where d.campaign_id = c.id and h.status = 'TAKEN'""";

	private final JdbcClient jdbc;

	private final Clock clock;

	CampaignDirectory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The calls, those that run first, then the latest. */
	Page<Row> page(@Nullable String perimeter, int number) {
		var page = PageRequest.of(Math.max(0, number), PAGE_SIZE);
		var total = this.jdbc.sql("select count(*) " + SEEN).param("perimeter", perimeter).query(Long.class).single();
		var rows = this.jdbc
			.sql("""
					select c.id, z.nom_ars as zone, c.first_day, c.last_day, c.status, c.wanted, c.created_at, (%s) as taken,
					  (select count(*) from campaign_invitation i
					    where i.campaign_id = c.id and i.written_at is not null) as written,
					  (select count(*) from campaign_invitation i
					    where i.campaign_id = c.id and i.answer <> 'OPEN') as answered
					"""
				.formatted(TAKEN) + SEEN
					+ "order by c.status = 'RUNNING' desc, c.status = 'DRAFT' desc, c.id desc limit :limit offset :offset")
			.param("perimeter", perimeter)
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query(Row.class)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	/** How many people there are in each group. */
	Map<CallGroup, Long> counts(long campaignId) {
		var columns = Arrays.stream(CallGroup.values())
			.map((group) -> "count(*) filter (where " + group.condition() + ") as " + group.name())
			.collect(Collectors.joining(", "));
		return this.jdbc.sql("select " + columns + " " + PEOPLE)
			.param("campaign", campaignId)
			.param("now", OffsetDateTime.now(this.clock))
			.query((result, number) -> {
				var counts = new EnumMap<CallGroup, Long>(CallGroup.class);
				for (var group : CallGroup.values()) {
					counts.put(group, result.getLong(group.name()));
				}
				return counts;
			})
			.single();
	}

	/**
	 * The people of a group; doctors who practise out of the agent's sight are not named.
	 */
	Page<Person> people(long campaignId, CallGroup group, @Nullable String perimeter, int number) {
		var page = PageRequest.of(Math.max(0, number), PAGE_SIZE);
		var total = this.jdbc.sql("select count(*) " + PEOPLE + " and " + group.condition())
			.param("campaign", campaignId)
			.param("now", OffsetDateTime.now(this.clock))
			.query(Long.class)
			.single();
		var rows = this.jdbc
			.sql("""
					select i.id, seen.id as volunteer_id, seen.doctor, seen.commune, i.email, i.audience, i.km, i.left_out,
					  i.written_at, m.status as message, i.answer, i.answered_at,
					  (select count(*) from campaign_half_day d join half_day_slot h on h.id = d.slot_id
					    where d.campaign_id = i.campaign_id and h.volunteer_id = i.volunteer_id) as half_days
					from (select i.* %s and %s) chosen join campaign_invitation i on i.id = chosen.id
					left join outbox_message m on m.dedup_key = 'campaign:' || i.campaign_id || ':' || i.id
					left join lateral (select c.nom as commune,
					    case when named.yes then v.id end as id,
					    case when named.yes then 'Dr ' || v.given_name || ' ' || v.family_name end as doctor
					  from volunteer v join commune c on c.insee = v.commune
					  cross join lateral (select cast(:perimeter as text) is null or c.departement in (select departement
					    from perimeter_departement where perimeter = cast(:perimeter as text)) as yes) named
					  where v.id = i.volunteer_id) seen on true
					order by i.answered_at desc nulls last, i.km nulls last, i.id limit :limit offset :offset"""
				.formatted(PEOPLE, group.condition()))
			.param("campaign", campaignId)
			.param("now", OffsetDateTime.now(this.clock))
			.param("perimeter", perimeter)
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query(Person.class)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	/** The half-days of a call that have a doctor, or all of them. */
	Page<HalfDayRow> halfDays(long campaignId, boolean takenOnly, int number) {
		var page = PageRequest.of(Math.max(0, number), PAGE_SIZE);
		var from = """
				from campaign_half_day d join half_day_slot h on h.id = d.slot_id
				where d.campaign_id = :campaign and (not :taken or h.status = 'TAKEN')
				""";
		var total = this.jdbc.sql("select count(*) " + from)
			.param("campaign", campaignId)
			.param("taken", takenOnly)
			.query(Long.class)
			.single();
		var rows = this.jdbc.sql("""
				select h.id, h.day, h.period, h.status, h.site_id, s.nom as site, h.volunteer_id,
				  (select 'Dr ' || v.given_name || ' ' || v.family_name from volunteer v
				    where v.id = h.volunteer_id) as doctor
				from (select d.slot_id %s) chosen join half_day_slot h on h.id = chosen.slot_id
				join consultation_site s on s.id = h.site_id
				order by h.day, h.period desc, s.nom, h.id limit :limit offset :offset""".formatted(from))
			.param("campaign", campaignId)
			.param("taken", takenOnly)
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query(HalfDayRow.class)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	/**
	 * One call.
	 */
	record Row(long id, String zone, LocalDate firstDay, LocalDate lastDay, CampaignStatus status, int wanted,
			Instant createdAt, int taken, int written, int answered) {

		public CampaignSpan span() {
			return new CampaignSpan(this.firstDay, this.lastDay);
		}

	}

	/**
	 * Somebody a call goes to.
	 */
	record Person(long id, @Nullable Long volunteerId, @Nullable String doctor, @Nullable String commune,
			@Nullable String email, Audience audience, @Nullable Double km, @Nullable LeftOut leftOut,
			@Nullable Instant writtenAt, @Nullable String message, CallAnswer answer, @Nullable Instant answeredAt,
			int halfDays) {
	}

	/**
	 * A half-day of a call.
	 */
	record HalfDayRow(long id, LocalDate day, Period period, SlotStatus status, long siteId, String site,
			@Nullable Long volunteerId, @Nullable String doctor) {
	}

}
