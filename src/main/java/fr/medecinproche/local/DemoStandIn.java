package fr.medecinproche.local;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import fr.medecinproche.account.Secret;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A colleague who cannot come and has asked the demo doctor. Written at once, so that
 * nobody gets a letter.
 */
@Component
@OnLocalMachine
@Order(8)
class DemoStandIn implements DemoPart {

	private final JdbcTemplate jdbc;

	private final Clock clock;

	DemoStandIn(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void create() {
		var now = OffsetDateTime.now(this.clock);
		this.jdbc.update("""
				insert into stand_in_request (slot_id, asked_by, asked_at, deadline, fallback, look_at, outcome)
				select h.id, h.volunteer_id, ?, ?, 'ASK_ME', ?, 'OPEN'
				from half_day_slot h, volunteer me join account a on a.id = me.account_id and a.email = ?
				where h.status = 'TAKEN' and h.volunteer_id <> me.id and h.day >= ?
				  and not exists (select from half_day_slot m
				    where m.volunteer_id = me.id and m.day = h.day and m.period = h.period)
				  and (select count(*) from half_day_slot m where m.volunteer_id = me.id and m.month = h.month) < 4
				order by h.day, h.id limit 1""", now.minusHours(1), now.plusDays(3), now.plusDays(3),
				DemoSignIn.VOLUNTEER.email(), LocalDate.now(this.clock).plusDays(5));
		this.jdbc.update(
				"""
						insert into stand_in_invitation (request_id, volunteer_id, reason, km, secret_hash, sent_at, answer)
						select r.id, me.id, 'NEAREST', km_between(c.latitude, c.longitude, s.latitude, s.longitude), ?, ?, 'OPEN'
						from stand_in_request r join half_day_slot h on h.id = r.slot_id
						join consultation_site s on s.id = h.site_id, volunteer me join account a on a.id = me.account_id
						join commune c on c.insee = me.commune where a.email = ?""",
				Secret.random().hash(), now.minusHours(1), DemoSignIn.VOLUNTEER.email());
	}

}
