package fr.medecinproche.privacy;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;

import fr.medecinproche.appointment.Forgetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets patients once the visit is long past: who came goes, that somebody came stays
 * for the figures. Also clears away holds nobody confirmed and links nobody can use.
 */
@Service
public class Retention {

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

	private final Forgetting forgetting;

	private final JdbcClient jdbc;

	private final RetentionSettings settings;

	private final Clock clock;

	Retention(Forgetting forgetting, JdbcClient jdbc, RetentionSettings settings, Clock clock) {
		this.forgetting = forgetting;
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Forgets what is due, every night and on one node at a time. Running it again
	 * changes nothing.
	 */
	@Scheduled(cron = "${medecin-proche.retention.at:0 40 4 * * *}", zone = "Europe/Paris")
	@Transactional
	public void forgetWhatIsDue() {
		if (!oneNodeAtATime()) {
			return;
		}
		int patients = this.forgetting.forgetEndedBefore(ago(this.settings.patients()).toInstant());
		int holds = this.jdbc.sql("delete from appointment where status in ('HELD', 'RELEASED') and held_until < ?")
			.param(ago(Period.ofDays(1)))
			.update();
		int links = this.jdbc.sql("delete from appointment_link where expires_at < ?").param(ago(Period.ZERO)).update()
				+ this.jdbc.sql("delete from account_link where expires_at < ?").param(ago(Period.ofDays(1))).update();
		this.jdbc.sql("delete from calendar_entry where cancelled and changed_at < ?")
			.param(ago(Period.ofDays(30)))
			.update();
		int waiting = forgetThoseWhoWaited();
		forgetNotesOfEndedFiles();
		forgetProposers();
		forgetWhatSitesWrote();
		log.info("Forgot {} patients, {} who waited, {} unconfirmed holds and {} dead links", patients, waiting, holds,
				links);
	}

	/** The lock ends with the transaction. */
	private boolean oneNodeAtATime() {
		return this.jdbc.sql("select pg_try_advisory_xact_lock(hashtext('medecin-proche.retention'))")
			.query(Boolean.class)
			.single();
	}

	private int forgetThoseWhoWaited() {
		var due = ago(this.settings.waiting());
		this.jdbc.sql("delete from waiting_link where entry_id in (select id from waiting_entry where ended_at < ?)")
			.param(due)
			.update();
		return this.jdbc.sql("""
				update waiting_entry set given_name = null, family_name = null, name_key = null, birth_date = null,
				phone = null, email = null, commune = null, regular_doctor = null, for_relative = null, latitude = null,
				longitude = null where ended_at < ? and birth_date is not null""").param(due).update();
	}

	/**
	 * That a file was refused or closed stays; what was written to the doctor does not.
	 */
	private void forgetNotesOfEndedFiles() {
		this.jdbc.sql("""
				update volunteer_file_step s set note = null from volunteer v where v.id = s.volunteer_id
				and s.note is not null and v.file_status in ('REFUSED', 'WITHDRAWN') and v.file_since < ?""")
			.param(ago(this.settings.files()).toLocalDate())
			.update();
	}

	/**
	 * That a place was proposed, and what was decided, stays; who proposed it does not.
	 * What nobody confirmed, or decided in a year, goes altogether.
	 */
	private void forgetProposers() {
		this.jdbc.sql("""
				delete from site_proposal where status = 'SENT' and sent_at < ?
				or status in ('TO_REVIEW', 'ASKED') and sent_at < ?""")
			.params(ago(this.settings.unconfirmed()), ago(this.settings.files()))
			.update();
		this.jdbc.sql("""
				update site_proposal set proposer = null, role = null, email = null, phone = null,
				place_phone = null, message = null, question = null, answer = null, reason = left(reason, 0),
				link_hash = null
				where decided_at < ? and proposer is not null""").param(ago(this.settings.proposers())).update();
	}

	/**
	 * Whom to call at a site, who prepared it, and what was written about it is of no use
	 * once it is closed.
	 */
	private void forgetWhatSitesWrote() {
		var due = ago(this.settings.files());
		this.jdbc.sql("update site_closure set note = null where last_day < ? and note is not null")
			.param(due.toLocalDate())
			.update();
		this.jdbc.sql("""
				delete from site_welcome w using consultation_site s
				where s.id = w.site_id and s.status = 'CLOSED' and s.status_since < ?""").param(due).update();
		this.jdbc.sql("""
				update site_readiness r set responsible = null, note = left(note, 0) from consultation_site s
				where s.id = r.site_id and s.status = 'CLOSED' and s.status_since < ?
				and (r.responsible is not null or r.note <> '')""").param(due).update();
		this.jdbc.sql("""
				update site_week_need n set note = null from consultation_site s
				where s.id = n.site_id and s.status = 'CLOSED' and s.status_since < ? and n.note is not null""")
			.param(due)
			.update();
		this.jdbc.sql("""
				update site_no_need n set reason = '' from consultation_site s
				where s.id = n.site_id and s.status = 'CLOSED' and s.status_since < ? and n.reason <> ''""")
			.param(due)
			.update();
		this.jdbc
			.sql("""
					update site_edit_field f set before = '', after = '' from site_edit e join consultation_site s on s.id = e.site_id
					where e.id = f.edit_id and s.status = 'CLOSED' and s.status_since < ?
					and (f.before <> '' or f.after <> '')""")
			.param(due)
			.update();
	}

	private OffsetDateTime ago(Period period) {
		return this.clock.instant().atZone(ZONE).minus(period).toOffsetDateTime();
	}

}
