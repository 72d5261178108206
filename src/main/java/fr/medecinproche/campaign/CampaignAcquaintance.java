package fr.medecinproche.campaign;

import fr.medecinproche.account.EmailConfirmed;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever was called by the address of a list and then joins is the same person: their
 * calls, and the dates they said they would come, become those of the doctor we know.
 */
@Component
class CampaignAcquaintance {

	private final JdbcClient jdbc;

	CampaignAcquaintance(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Only once the address is proven to be theirs, so that whoever types it learns
	 * nothing, and only for newcomers: a doctor we called under another address has calls
	 * of their own, which must not be mixed up. What has been forgotten stays so.
	 */
	@EventListener
	void on(EmailConfirmed event) {
		this.jdbc.sql("""
				update campaign_invitation i set volunteer_id = v.id, email = null
				from account a join volunteer v on v.account_id = a.id
				where a.id = ? and i.email_hash = address_hash(a.email) and i.volunteer_id is null
				  and i.forgotten_at is null and i.left_out is null
				  and not exists (select from campaign_invitation o where o.volunteer_id = v.id)""")
			.param(event.accountId())
			.update();
	}

}
