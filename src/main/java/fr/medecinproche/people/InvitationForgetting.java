package fr.medecinproche.people;

import java.sql.Timestamp;
import java.time.Clock;

import fr.medecinproche.account.AccountClosed;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets invitations some time after their end, and those of who closes their account at
 * once. What the latter sent and nobody answered is taken back.
 */
@Service
public class InvitationForgetting {

	private final InvitationService invitations;

	private final JdbcClient jdbc;

	private final PeopleSettings settings;

	private final Clock clock;

	InvitationForgetting(InvitationService invitations, JdbcClient jdbc, PeopleSettings settings, Clock clock) {
		this.invitations = invitations;
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/** Every night, on any node: running it again changes nothing. */
	@Scheduled(cron = "${medecin-proche.people.forget-at:0 55 4 * * *}", zone = "Europe/Paris")
	@Transactional
	public void forgetWhatIsDue() {
		this.jdbc.sql("delete from invitation where coalesce(accepted_at, withdrawn_at, expires_at) < ?")
			.param(Timestamp.from(this.clock.instant().minus(this.settings.invitationKept())))
			.update();
	}

	@EventListener
	void on(AccountClosed closed) {
		this.jdbc.sql("delete from invitation where account_id = ? or lower(email) = lower(?)")
			.params(closed.accountId(), closed.email())
			.update();
		this.invitations.withdrawAllOf(closed.accountId());
	}

}
