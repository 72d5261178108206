package fr.medecinproche.local;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import fr.medecinproche.account.Secret;
import fr.medecinproche.campaign.CallWords;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A call for solidarity that runs, with answers, one that is over, and one whose need was
 * met until a doctor gave the half-day back. Written at once, so that nobody gets a
 * letter.
 */
@Component
@OnLocalMachine
@Order(11)
class DemoCalls implements DemoPart {

	private static final int CALLED = 14;

	private final JdbcTemplate jdbc;

	private final CallWords words;

	private final Clock clock;

	DemoCalls(JdbcTemplate jdbc, CallWords words, Clock clock) {
		this.jdbc = jdbc;
		this.words = words;
		this.clock = clock;
	}

	@Override
	public void create() {
		var now = OffsetDateTime.now(this.clock);
		var today = LocalDate.now(this.clock);
		long over = campaign(today.minusDays(45), today.minusDays(15), now.minusDays(60));
		call(over, 1, now.minusDays(59), "array['NOT_NOW', 'OPEN', 'OPEN', 'NOT_NOW', 'OPEN']");
		this.jdbc.update("update campaign set status = 'OVER', ended_at = ? where id = ?", now.minusDays(14), over);
		given(now);
		long running = campaign(today, today.plusDays(50), now.minusDays(1));
		this.jdbc.update("""
				insert into campaign_half_day (campaign_id, slot_id) select ?, h.id from half_day_slot h
				join consultation_site s on s.id = h.site_id join campaign c on c.id = ? and c.zone = s.zone
				where h.status = 'OPEN' and h.day between c.first_day and c.last_day""", running, running);
		call(running, 2, now.minusHours(20), "array['OPEN', 'NOT_NOW', 'OPEN', 'NOT_NOW', 'OPEN', 'OPEN']");
	}

	private long campaign(LocalDate first, LocalDate last, OffsetDateTime begun) {
		var text = this.words.template();
		return this.jdbc.queryForObject("""
				insert into campaign (zone, first_day, last_day, wanted, audiences, within_km, subject, body, status,
				  created_by, created_at, started_at, look_at)
				select s.zone, ?, ?, 6, '{ACTIVE,FILE_IN_PROGRESS}', 150, ?, ?, 'RUNNING',
				  (select id from account where email = ?), ?, ?, ?
				from consultation_site s where s.commune = ? and s.status = 'OPEN' limit 1 returning id""", Long.class,
				first, last, text.subject(), text.body(), DemoSignIn.AGENT.email(), begun, begun, begun.plusYears(1),
				DemoSites.MARCIAC);
	}

	/** In another zone, for one half-day that is open again. */
	private void given(OffsetDateTime now) {
		var text = this.words.template();
		long met = this.jdbc.queryForObject("""
				insert into campaign (zone, first_day, last_day, wanted, audiences, within_km, subject, body, status,
				  created_by, created_at, started_at, look_at)
				select s.zone, h.day - 20, h.day + 10, 1, '{ACTIVE,FILE_IN_PROGRESS}', 150, ?, ?, 'RUNNING',
				  (select id from account where email = ?), ?, ?, ?
				from half_day_slot h join consultation_site s on s.id = h.site_id
				where h.status = 'OPEN' and s.status = 'OPEN' and s.commune <> ? and h.day > ?
				order by h.day, h.id limit 1 returning id""", Long.class, text.subject(), text.body(),
				DemoSignIn.AGENT.email(), now.minusDays(21), now.minusDays(20), now.minusDays(20), DemoSites.MARCIAC,
				now.toLocalDate().plusDays(7));
		this.jdbc.update("""
				insert into campaign_half_day (campaign_id, slot_id) select c.id, h.id from campaign c
				join half_day_slot h on h.day = c.first_day + 20 and h.status = 'OPEN'
				join consultation_site s on s.id = h.site_id and s.zone = c.zone
				where c.id = ? order by h.id limit 1""", met);
		call(met, 3, now.minusDays(20), "array['NOT_NOW', 'OPEN', 'NOT_NOW', 'OPEN', 'OPEN']");
		this.jdbc.update("update campaign set status = 'MET', ended_at = ? where id = ?", now.minusDays(19), met);
	}

	/** The demo doctor is called too, and has not answered. */
	private void call(long campaign, int place, OffsetDateTime at, String answers) {
		this.jdbc.update("""
				insert into campaign_invitation (campaign_id, volunteer_id, email_hash, audience, km, secret_hash,
				  written_at, rest_until, place, counts_until, answer, answered_at)
				select ?, v.id, v.email_hash, v.audience, v.km, ? || v.id, ?, ?, ?, ?, v.answer,
				  case when v.answer <> 'OPEN' then cast(? as timestamptz) end
				from (select v.id, address_hash(a.email) as email_hash, n.km,
				    case v.file_status when 'ACTIVE' then 'ACTIVE' else 'FILE_IN_PROGRESS' end as audience,
				    case when a.email = ? then 'OPEN'
				      else (%s)[1 + (row_number() over (order by n.km, v.id))::integer %% 5] end as answer
				  from volunteer v join account a on a.id = v.account_id join commune c on c.insee = v.commune
				  cross join lateral (select km_between(c.latitude, c.longitude, s.latitude, s.longitude) as km
				    from consultation_site s where s.commune = ? limit 1) n
				  where v.file_status in ('ACTIVE', 'SUBMITTED')
				  order by a.email = ? desc, n.km, v.id limit ?) v""".formatted(answers), campaign,
				Secret.random().hash().substring(0, 40), at, at.plusDays(14), place, at.plusDays(91), at.plusHours(3),
				DemoSignIn.VOLUNTEER.email(), DemoSites.MARCIAC, DemoSignIn.VOLUNTEER.email(), CALLED);
	}

}
