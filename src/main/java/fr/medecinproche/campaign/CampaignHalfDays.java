package fr.medecinproche.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;

import fr.medecinproche.schedule.Period;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The half-days calls are for: those of open sites of a zone, within a period.
 */
@Component
public class CampaignHalfDays {

	/** What may be taken; repeated where doctors are looked for. */
	static final String OPEN = """
			from half_day_slot h join consultation_site s on s.id = h.site_id join intercommunalite z on z.siren = s.zone
			where s.zone = :zone and s.status = 'OPEN' and z.priority and h.status = 'OPEN'
			  and h.day between :first and :last
			  and (h.day + h.starts_at) at time zone 'Europe/Paris' > :now
			""";

	private static final String ROWS = """
			select h.id, h.day, h.period, h.starts_at, h.ends_at, h.site_id, s.nom as site,
			  coalesce(h.stop_town, (select c.nom from commune c where c.insee = s.commune)) as commune, s.lodging
			""";

	private static final String IN_ORDER = " order by h.day, h.period desc, s.nom, h.id";

	private final JdbcClient jdbc;

	private final Clock clock;

	CampaignHalfDays(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What may be taken.
	 * @param zone its SIREN
	 * @param span when
	 * @return by day, mornings first
	 */
	public List<OpenHalfDay> open(String zone, CampaignSpan span) {
		return within(ROWS + OPEN + IN_ORDER, zone, span).query(OpenHalfDay.class).list();
	}

	/**
	 * What a doctor may take of it: they are nowhere else then.
	 * @param zone its SIREN
	 * @param span when
	 * @param volunteerId the doctor
	 * @return by day, mornings first
	 */
	public List<OpenHalfDay> openTo(String zone, CampaignSpan span, long volunteerId) {
		return within(ROWS + OPEN + """
				and not exists (select from half_day_slot mine
				  where mine.volunteer_id = :volunteer and mine.day = h.day and mine.period = h.period)
				""" + IN_ORDER, zone, span).param("volunteer", volunteerId).query(OpenHalfDay.class).list();
	}

	/**
	 * What a doctor has of the half-days of a call.
	 * @param campaignId the call
	 * @param volunteerId the doctor
	 * @return by day, mornings first
	 */
	public List<OpenHalfDay> takenBy(long campaignId, long volunteerId) {
		return this.jdbc.sql(ROWS + """
				from half_day_slot h join consultation_site s on s.id = h.site_id
				join campaign_half_day d on d.slot_id = h.id
				where d.campaign_id = :campaign and h.volunteer_id = :volunteer
				""" + IN_ORDER)
			.param("campaign", campaignId)
			.param("volunteer", volunteerId)
			.query(OpenHalfDay.class)
			.list();
	}

	/**
	 * Where half-days of a zone can be opened.
	 * @param zone its SIREN
	 * @return its open sites, by name
	 */
	public List<Site> sites(String zone) {
		return this.jdbc
			.sql("select id, nom from consultation_site where zone = ? and status = 'OPEN' order by nom, id")
			.param(zone)
			.query(Site.class)
			.list();
	}

	/**
	 * How many half-days of a call have a doctor at present.
	 * @param campaignId the call
	 * @return a number that goes down when one is given back
	 */
	public int countTaken(long campaignId) {
		return this.jdbc.sql("""
				select count(*) from campaign_half_day d join half_day_slot h on h.id = d.slot_id
				where d.campaign_id = ? and h.status = 'TAKEN'""").param(campaignId).query(Integer.class).single();
	}

	/**
	 * How many half-days a call is short of, whose need was met and is not any more.
	 * @param campaignId the call
	 * @return 0 when none is missing, nothing is left to take, or another call goes on
	 */
	public int missing(long campaignId) {
		return this.jdbc.sql(
				"select coalesce(sum(missing), 0) from campaign_unmet where id = ? and last_day >= ? and open_until > ?")
			.params(campaignId, LocalDate.now(this.clock), OffsetDateTime.now(this.clock))
			.query(Integer.class)
			.single();
	}

	/**
	 * Makes what is open now part of a call. What is being taken at this moment is left
	 * out: whoever takes it waits for the call in turn.
	 * @param campaign the call, locked
	 * @return how many half-days may be taken
	 */
	int adopt(Campaign campaign) {
		within("insert into campaign_half_day (campaign_id, slot_id) select :campaign, h.id " + OPEN
				+ " for key share of h skip locked on conflict do nothing", campaign.getZone().getSiren(),
				campaign.getSpan())
			.param("campaign", campaign.getId())
			.update();
		return within("select count(*) " + OPEN, campaign.getZone().getSiren(), campaign.getSpan()).query(Integer.class)
			.single();
	}

	/**
	 * Makes those of some half-days part of a call that are of its zone and days,
	 * whatever became of them since they were open.
	 */
	void adopt(long campaignId, Collection<Long> slotIds) {
		this.jdbc.sql("""
				insert into campaign_half_day (campaign_id, slot_id) select c.id, h.id
				from half_day_slot h join consultation_site s on s.id = h.site_id
				join campaign c on c.zone = s.zone and h.day between c.first_day and c.last_day
				where c.id = :campaign and h.id in (:slots) on conflict do nothing""")
			.param("campaign", campaignId)
			.param("slots", slotIds)
			.update();
	}

	/**
	 * Whether all of some half-days are of a call and still open.
	 * @param campaignId the call
	 * @param slotIds half-days
	 */
	boolean areOffered(long campaignId, Collection<Long> slotIds) {
		return this.jdbc.sql("""
				select count(*) from half_day_slot h join consultation_site s on s.id = h.site_id
				join campaign c on c.zone = s.zone and h.day between c.first_day and c.last_day
				where c.id = :campaign and h.id in (:slots) and h.status = 'OPEN'""")
			.param("campaign", campaignId)
			.param("slots", slotIds)
			.query(Integer.class)
			.single() == slotIds.size();
	}

	/**
	 * Notes when somebody would come, who may not yet.
	 * @param invitationId their invitation
	 * @param slotIds half-days, instead of those noted before
	 */
	void noteInterest(long invitationId, Collection<Long> slotIds) {
		this.jdbc.sql("delete from campaign_interest where invitation_id = ?").param(invitationId).update();
		slotIds.forEach((slotId) -> this.jdbc
			.sql("insert into campaign_interest (invitation_id, slot_id) values (?, ?) on conflict do nothing")
			.params(invitationId, slotId)
			.update());
	}

	/**
	 * When somebody would come.
	 * @param invitationId their invitation
	 * @return half-days, by day
	 */
	public List<OpenHalfDay> interestOf(long invitationId) {
		return this.jdbc.sql(ROWS + """
				from half_day_slot h join consultation_site s on s.id = h.site_id
				join campaign_interest n on n.slot_id = h.id where n.invitation_id = ?
				""" + IN_ORDER).param(invitationId).query(OpenHalfDay.class).list();
	}

	private StatementSpec within(String sql, String zone, CampaignSpan span) {
		return this.jdbc.sql(sql)
			.param("zone", zone)
			.param("first", span.firstDay())
			.param("last", span.lastDay())
			.param("now", OffsetDateTime.now(this.clock));
	}

	/**
	 * A half-day of a call.
	 *
	 * @param id the half-day
	 * @param day its day
	 * @param period its half
	 * @param startsAt when the doctor begins
	 * @param endsAt when the doctor leaves
	 * @param siteId its site
	 * @param site the site's name
	 * @param commune where it takes place that day
	 * @param lodging whether one can stay there
	 */
	public record OpenHalfDay(long id, LocalDate day, Period period, LocalTime startsAt, LocalTime endsAt, long siteId,
			String site, String commune, boolean lodging) {

		/** The calendar month it counts in. */
		public YearMonth month() {
			return YearMonth.from(this.day);
		}

	}

	/**
	 * A site of a zone.
	 *
	 * @param id the site
	 * @param nom its name
	 */
	public record Site(long id, String nom) {
	}

}
