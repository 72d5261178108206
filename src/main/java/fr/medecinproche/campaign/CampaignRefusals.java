package fr.medecinproche.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who wants no calls any more, whether they said it to a call or in their preferences: no
 * call is ever sent to them again, under any address they had. The database refuses it
 * too.
 */
@Service
@Transactional
public class CampaignRefusals {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CampaignRefusals(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Whether a doctor wants no calls.
	 * @param volunteerId a doctor
	 * @return true once they have said so
	 */
	@Transactional(readOnly = true)
	public boolean isRefused(long volunteerId) {
		return this.jdbc.sql("select exists (select from campaign_refusal where volunteer_id = ?)")
			.param(volunteerId)
			.query(Boolean.class)
			.single();
	}

	/** Whether whoever an invitation went to wants none. */
	@Transactional(readOnly = true)
	boolean isRefusedBehind(long invitationId) {
		return this.jdbc.sql("""
				select exists (select from campaign_refusal r join campaign_invitation i
				on r.email_hash = i.email_hash or r.volunteer_id = i.volunteer_id where i.id = ?)""")
			.param(invitationId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * A doctor wants no calls any more.
	 * @param volunteerId the doctor; saying it twice changes nothing
	 */
	public void refuse(long volunteerId) {
		oneAtATime();
		this.jdbc
			.sql("""
					insert into campaign_refusal (email_hash, volunteer_id, said_at)
					select address_hash(a.email), v.id, ? from volunteer v join account a on a.id = v.account_id where v.id = ?
					on conflict (email_hash) do update set volunteer_id = excluded.volunteer_id""")
			.params(OffsetDateTime.now(this.clock), volunteerId)
			.update();
		withdraw("i.volunteer_id = ?", volunteerId);
	}

	/**
	 * Whoever an invitation went to wants no calls any more.
	 * @param invitationId the invitation
	 */
	void refuseBehind(long invitationId) {
		oneAtATime();
		var volunteer = this.jdbc
			.sql("select volunteer_id from campaign_invitation where id = ? and volunteer_id is not null")
			.param(invitationId)
			.query(Long.class)
			.optional();
		if (volunteer.isPresent()) {
			refuse(volunteer.get());
			return;
		}
		this.jdbc.sql("""
				insert into campaign_refusal (email_hash, said_at) select email_hash, ? from campaign_invitation
				where id = ? and email_hash is not null on conflict do nothing""")
			.params(OffsetDateTime.now(this.clock), invitationId)
			.update();
		withdraw("i.email_hash = (select email_hash from campaign_invitation where id = ?)", invitationId);
	}

	/**
	 * A doctor wants calls again.
	 * @param volunteerId the doctor
	 */
	public void accept(long volunteerId) {
		oneAtATime();
		this.jdbc.sql("""
				delete from campaign_refusal where volunteer_id = :doctor or email_hash = (select address_hash(a.email)
				from volunteer v join account a on a.id = v.account_id where v.id = :doctor)""")
			.param("doctor", volunteerId)
			.update();
	}

	/**
	 * Everybody who writes to people or notes that somebody wants none waits here: nobody
	 * is written to by two calls at once, nor while they say no.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void oneAtATime() {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('medecin-proche.campaign'))").query((row) -> {
		});
	}

	private void withdraw(String theirs, long who) {
		this.jdbc
			.sql("update campaign_invitation i set left_out = 'NEVER', email = null "
					+ "where i.written_at is null and i.left_out is null and " + theirs)
			.param(who)
			.update();
		this.jdbc
			.sql("select i.campaign_id, i.id as invitation_id from campaign_invitation i join campaign c "
					+ "on c.id = i.campaign_id and c.status = 'RUNNING' where i.written_at is not null and " + theirs)
			.param(who)
			.query(CallsRefused.class)
			.list()
			.forEach(this.events::publishEvent);
	}

}
