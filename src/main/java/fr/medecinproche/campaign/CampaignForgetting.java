package fr.medecinproche.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets who was called. First the addresses of lists, then what recognises them once no
 * limit asks for it, in the end who the doctors were; how many answered what stays. That
 * somebody wants no calls is never forgotten: it is what keeps them from being called.
 */
@Component
class CampaignForgetting {

	private final JdbcClient jdbc;

	private final CampaignSettings settings;

	private final Clock clock;

	CampaignForgetting(JdbcClient jdbc, CampaignSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/** On any node: running it again changes nothing. */
	@Transactional
	void forgetWhatIsDue() {
		this.jdbc.sql("delete from campaign where status = 'DRAFT' and created_at < ?")
			.param(ago(this.settings.draftsKept()))
			.update();
		this.jdbc.sql("""
				update campaign_invitation i set email = null, forgotten_at = :now from campaign c
				where c.id = i.campaign_id and c.ended_at < :due and i.email is not null""")
			.param("now", ago(Period.ZERO))
			.param("due", ago(this.settings.addressesKept()))
			.update();
		this.jdbc.sql("""
				update campaign_invitation i set email_hash = null, secret_hash = null from campaign c
				where c.id = i.campaign_id and c.ended_at < :ended and i.volunteer_id is null and i.email is null
				  and i.email_hash is not null and coalesce(i.written_at, c.ended_at) < :limits""")
			.param("ended", ago(this.settings.addressesKept()))
			.param("limits", ago(this.settings.per()))
			.update();
		forgetDoctors();
	}

	private void forgetDoctors() {
		var due = ago(this.settings.kept());
		this.jdbc.sql("""
				delete from campaign_interest n using campaign_invitation i, campaign c
				where i.id = n.invitation_id and c.id = i.campaign_id and c.ended_at < ?""").param(due).update();
		this.jdbc.sql("""
				update campaign_invitation i set volunteer_id = null, email_hash = null, secret_hash = null,
				  forgotten_at = :now from campaign c
				where c.id = i.campaign_id and c.ended_at < :due and i.volunteer_id is not null""")
			.param("now", ago(Period.ZERO))
			.param("due", due)
			.update();
	}

	private OffsetDateTime ago(Period period) {
		return CampaignSettings.ago(period, this.clock.instant()).atOffset(ZoneOffset.UTC);
	}

}
