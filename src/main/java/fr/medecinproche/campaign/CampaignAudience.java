package fr.medecinproche.campaign;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.schedule.MonthlyCap;
import fr.medecinproche.volunteer.FileStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who a call goes to, the nearest first, and who is left out and why: one rule for the
 * preview, for the call as it begins, and once more for everybody just before they are
 * written to.
 */
@Component
public class CampaignAudience {

	private static final String NEED = "with need as (select distinct h.day, h.period, h.month, s.latitude, s.longitude "
			+ CampaignHalfDays.OPEN + """
					), doctor as (select v.id, v.file_status, v.practice, v.commune, a.email,
					  address_hash(a.email) as email_hash, a.suspended_at is not null as gone
					  from volunteer v join account a on a.id = v.account_id
					  where a.closed_at is null and a.email_confirmed_at is not null)
					""";

	/**
	 * Nobody is there twice: a doctor we know who is on a list is called as who they are.
	 */
	private static final String ASKED = NEED + """
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

	private static final String LEFT_OUT = """
			case
			  when exists (select from campaign_refusal r
			    where r.email_hash = p.email_hash or r.volunteer_id = p.volunteer_id) then 'NEVER'
			  when p.gone then 'GONE'
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
			      and i.written_at > :since) >= :most then 'TOO_MANY'
			end""";

	/** Before and after every hash, which is hexadecimal. */
	private static final String FIRST = "";

	private static final String LAST = "z";

	private static final int PIECE = 500;

	private final JdbcClient jdbc;

	private final CampaignSettings settings;

	private final Clock clock;

	CampaignAudience(JdbcClient jdbc, CampaignSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * How many people of each kind would be written to, and how many would not, and why.
	 * @param campaign a draft
	 * @return only what there is
	 */
	public List<Share> shares(Campaign campaign) {
		return this.jdbc.sql(ASKED + "select audience, left_out, count(*) as people from (select p.audience, "
				+ LEFT_OUT
				+ " as left_out from person p) told group by audience, left_out order by audience, left_out nulls first")
			.params(parameters(campaign))
			.query(Share.class)
			.list();
	}

	/**
	 * The first who would be written to.
	 * @param campaign a draft
	 * @param perimeter doctors who practise elsewhere are not named; null names all
	 * @param howMany at most
	 * @return the nearest first, addresses of a list last
	 */
	public List<Sample> first(Campaign campaign, @Nullable String perimeter, int howMany) {
		return this.jdbc
			.sql(ASKED + """
					select told.audience, told.km, told.email, c.nom as commune,
					  case when cast(:perimeter as text) is null or c.departement in (select departement
					    from perimeter_departement where perimeter = cast(:perimeter as text))
					  then 'Dr ' || v.given_name || ' ' || v.family_name end as doctor
					from (select p.*, %s as left_out from person p) told
					left join volunteer v on v.id = told.volunteer_id left join commune c on c.insee = v.commune
					where told.left_out is null order by told.km nulls last, told.email_hash limit :limit"""
				.formatted(LEFT_OUT))
			.params(parameters(campaign))
			.param("perimeter", perimeter)
			.param("limit", howMany)
			.query(Sample.class)
			.list();
	}

	/**
	 * Writes down everybody of the audience, once, with why they are left out: the
	 * doctors we know first, then a list piece by piece.
	 * @param campaign a draft, locked
	 * @param progress told of how many addresses have been dealt with
	 * @return how many will be written to
	 */
	int invite(Campaign campaign, IntConsumer progress) {
		invite(parameters(campaign, campaign.getReach().audiences(), LAST, LAST));
		var after = FIRST;
		for (var piece = piece(campaign, after); piece.addresses() > 0; piece = piece(campaign, after)) {
			invite(parameters(campaign, Set.of(Audience.LIST), after, piece.until()));
			after = piece.until();
			progress.accept(piece.addresses());
		}
		this.jdbc.sql("delete from campaign_address where campaign_id = ?").param(campaign.getId()).update();
		return this.jdbc.sql("select count(*) from campaign_invitation where campaign_id = ? and left_out is null")
			.param(campaign.getId())
			.query(Integer.class)
			.single();
	}

	private void invite(Map<String, @Nullable Object> parameters) {
		this.jdbc
			.sql(ASKED
					+ """
							insert into campaign_invitation (campaign_id, volunteer_id, email, email_hash, audience, km, left_out)
							select :campaign, told.volunteer_id, case when told.left_out is null then told.email end, told.email_hash,
							  told.audience, told.km, told.left_out
							from (select p.*, %s as left_out from person p) told
							order by told.km nulls last, told.email_hash on conflict do nothing"""
						.formatted(LEFT_OUT))
			.params(parameters)
			.update();
	}

	private Piece piece(Campaign campaign, String after) {
		return this.jdbc.sql("""
				select coalesce(max(email_hash), '') as until, count(*) as addresses from (
				  select email_hash from campaign_address where campaign_id = ? and email_hash > ?
				  order by email_hash limit ?) piece""")
			.params(campaign.getId(), after, PIECE)
			.query(Piece.class)
			.single();
	}

	/**
	 * How many addresses a list has.
	 * @param campaignId a draft
	 * @return 0 without a list
	 */
	public int countAddresses(long campaignId) {
		return this.jdbc.sql("select count(*) from campaign_address where campaign_id = ?")
			.param(campaignId)
			.query(Integer.class)
			.single();
	}

	/**
	 * Keeps a list for a draft, instead of the one before.
	 * @param campaignId a draft
	 * @param addresses each once
	 */
	void keepAddresses(long campaignId, Collection<EmailAddress> addresses) {
		this.jdbc.sql("delete from campaign_address where campaign_id = ?").param(campaignId).update();
		this.jdbc.sql("""
				insert into campaign_address (campaign_id, email_hash, email)
				select ?, address_hash(email), email from unnest(cast(? as text[])) email on conflict do nothing""")
			.params(campaignId, addresses.stream().map(EmailAddress::value).toArray(String[]::new))
			.update();
	}

	/**
	 * Whose turn it is. Those who must be left out by now are, for good.
	 * @param campaign a call that runs, locked
	 * @param howMany at most
	 * @return invitations, the nearest first; fewer than asked for only when nobody is
	 * left
	 */
	List<Long> next(Campaign campaign, int howMany) {
		leaveOut(campaign);
		return this.jdbc.sql("""
				select id from campaign_invitation where campaign_id = ? and written_at is null and left_out is null
				order by km nulls last, id limit ?""").params(campaign.getId(), howMany).query(Long.class).list();
	}

	private void leaveOut(Campaign campaign) {
		this.jdbc.sql(NEED + """
				update campaign_invitation w set left_out = told.left_out, email = null
				from (select p.id, %s as left_out from (
				    select i.id, i.volunteer_id, i.email_hash, d.file_status,
				      (i.volunteer_id is not null and d.id is null) or coalesce(d.gone, false) as gone
				    from campaign_invitation i left join doctor d on d.id = i.volunteer_id
				    where i.campaign_id = :campaign and i.written_at is null and i.left_out is null) p) told
				where w.id = told.id and told.left_out is not null""".formatted(LEFT_OUT))
			.params(parameters(campaign))
			.update();
	}

	private Map<String, @Nullable Object> parameters(Campaign campaign) {
		return parameters(campaign, campaign.getReach().audiences(), FIRST, LAST);
	}

	private Map<String, @Nullable Object> parameters(Campaign campaign, Set<Audience> audiences, String after,
			String until) {
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
		parameters.put("since", CampaignSettings.ago(this.settings.per(), now).atOffset(ZoneOffset.UTC));
		parameters.put("most", this.settings.most());
		return parameters;
	}

	private record Piece(String until, int addresses) {
	}

	/**
	 * A part of the audience.
	 *
	 * @param audience which
	 * @param leftOut why they are not written to; null for those who are
	 * @param people how many
	 */
	public record Share(Audience audience, @Nullable LeftOut leftOut, int people) {
	}

	/**
	 * Somebody who would be written to.
	 *
	 * @param audience why
	 * @param km how far the nearest site is
	 * @param email the address, when it is of a list
	 * @param commune where the doctor practises
	 * @param doctor how the doctor is called, when the agent may know
	 */
	public record Sample(Audience audience, @Nullable Double km, @Nullable String email, @Nullable String commune,
			@Nullable String doctor) {

		/** The address as it may be shown: who has the list knows which it is. */
		public @Nullable String maskedEmail() {
			return (this.email != null) ? this.email.charAt(0) + "…" + this.email.substring(this.email.indexOf('@'))
					: null;
		}

	}

}
