package fr.medecinproche.campaign;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import fr.medecinproche.schedule.MonthlyCap;
import fr.medecinproche.volunteer.FileStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Whom a call is for, and who is left out and why, in SQL: one rule for the preview, for
 * the call as it begins, and once more for everybody just before they are written to.
 */
@Component
class AudienceRule {

	/**
	 * The calls this one resumes, what it asks for, and the doctors there are.
	 */
	static final String NEED = """
			with recursive earlier as (
			  select resumes as id from campaign where id = :campaign and resumes is not null
			  union all select c.resumes from earlier e join campaign c on c.id = e.id where c.resumes is not null
			), need as (select distinct h.day, h.period, h.month, coalesce(h.stop_latitude, s.latitude) as latitude,
			  coalesce(h.stop_longitude, s.longitude) as longitude
			""" + CampaignHalfDays.OPEN + """
			), doctor as (select v.id, v.file_status, v.practice, v.commune, a.email,
			  address_hash(a.email) as email_hash, a.suspended_at is not null as gone
			  from volunteer v join account a on a.id = v.account_id
			  where a.closed_at is null and a.email_confirmed_at is not null)
			""";

	/**
	 * Nobody is there twice: a doctor we know who is on a list is called as who they are.
	 */
	static final String ASKED = NEED + """
			, known as (
			  select d.id as volunteer_id, cast(null as text) as email, d.email_hash, near.km, d.gone, d.file_status,
			    case when d.practice = 'RETRAITE_CUMUL' and 'RETIRED' = any (:audiences) then 'RETIRED'
			      when d.file_status = 'ACTIVE' then 'ACTIVE' else 'FILE_IN_PROGRESS' end as audience
			  from doctor d join commune c on c.insee = d.commune
			  cross join lateral (select min(km_between(c.latitude, c.longitude, n.latitude, n.longitude)) as km
			    from (select distinct latitude, longitude from need) n) near
			  where near.km <= :km and (
			    ('ACTIVE' = any (:audiences) and d.file_status = 'ACTIVE')
			    or ('FILE_IN_PROGRESS' = any (:audiences) and d.file_status = any (:pending))
			    or ('RETIRED' = any (:audiences) and d.practice = 'RETRAITE_CUMUL'
			      and (d.file_status = 'ACTIVE' or d.file_status = any (:pending))))
			), listed as (
			  select d.id as volunteer_id, case when d.id is null then l.email end as email, l.email_hash,
			    cast(null as double precision) as km, coalesce(d.gone, false) as gone, d.file_status, 'LIST' as audience
			  from campaign_address l left join doctor d on d.email_hash = l.email_hash
			  where l.campaign_id = :campaign and 'LIST' = any (:audiences)
			    and l.email_hash > :after and l.email_hash <= :until
			), person as (
			  select distinct on (p.email_hash) * from (select * from known union all select * from listed) p
			  order by p.email_hash, p.audience = 'LIST'
			)
			""";

	/** Why the person "p" is left out, null when they are not. */
	static final String LEFT_OUT = """
			case
			  when exists (select from campaign_refusal r
			    where r.email_hash = p.email_hash or r.volunteer_id = p.volunteer_id) then 'NEVER'
			  when p.gone then 'GONE'
			  when exists (select from campaign_invitation i join earlier e on e.id = i.campaign_id
			    where (i.email_hash = p.email_hash or i.volunteer_id = p.volunteer_id) and i.written_at is not null
			      and not (i.answer = 'NOT_NOW' and i.answered_at <= :longAgo)) then 'ASKED'
			  when p.file_status = 'ACTIVE' and exists (select from need) and not exists (select from need n
			    where (select count(*) from half_day_slot m
			      where m.volunteer_id = p.volunteer_id and m.month = n.month) < :cap) then 'CAP_REACHED'
			  when p.file_status = 'ACTIVE' and exists (select from need) and not exists (select from need n
			    where (select count(*) from half_day_slot m
			      where m.volunteer_id = p.volunteer_id and m.month = n.month) < :cap
			    and not exists (select from half_day_slot m
			      where m.volunteer_id = p.volunteer_id and m.day = n.day and m.period = n.period)) then 'ELSEWHERE'
			  when exists (select from campaign_invitation i
			    where (i.email_hash = p.email_hash or i.volunteer_id = p.volunteer_id)
			      and i.rest_until > :now) then 'TOO_RECENT'
			  when (select count(*) from campaign_invitation i
			    where (i.email_hash = p.email_hash or i.volunteer_id = p.volunteer_id)
			      and i.counts_until > :now) >= :most then 'TOO_MANY'
			end""";

	/** Before and after every hash, which is hexadecimal. */
	static final String FIRST = "";

	static final String LAST = "z";

	private final CampaignSettings settings;

	private final Clock clock;

	AudienceRule(CampaignSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	/** What the rule is told of a call: all of its audience. */
	Map<String, @Nullable Object> parameters(Campaign campaign) {
		return parameters(campaign, campaign.getReach().audiences(), FIRST, LAST);
	}

	/**
	 * The same for some of its audience.
	 * @param campaign the call
	 * @param audiences which
	 * @param after of the list, the addresses whose hashes come after this one
	 * @param until and not after this one
	 */
	Map<String, @Nullable Object> parameters(Campaign campaign, Set<Audience> audiences, String after, String until) {
		var now = this.clock.instant();
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("campaign", campaign.getId());
		parameters.put("zone", campaign.getZone().getSiren());
		parameters.put("first", campaign.getSpan().firstDay());
		parameters.put("last", campaign.getSpan().lastDay());
		parameters.put("audiences", audiences.stream().map(Audience::name).toArray(String[]::new));
		parameters.put("after", after);
		parameters.put("until", until);
		parameters.put("pending",
				Arrays.stream(FileStatus.values())
					.filter(FileStatus::isPending)
					.map(FileStatus::name)
					.toArray(String[]::new));
		parameters.put("km", campaign.getReach().withinKm());
		parameters.put("cap", MonthlyCap.HALF_DAYS);
		parameters.put("now", now.atOffset(ZoneOffset.UTC));
		parameters.put("longAgo", CampaignSettings.ago(this.settings.apart(), now).atOffset(ZoneOffset.UTC));
		parameters.put("most", this.settings.most());
		return parameters;
	}

}
