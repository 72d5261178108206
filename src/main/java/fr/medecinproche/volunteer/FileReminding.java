package fr.medecinproche.volunteer;

import fr.medecinproche.account.AccountService;
import fr.medecinproche.volunteer.FileRefusedException.Reason;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds a doctor of their file because an agent asks for it: once in a while at most,
 * counted with the reminders that come by themselves.
 */
@Service
@Transactional
public class FileReminding {

	private final Volunteers volunteers;

	private final VolunteerWelcomes welcomes;

	private final AccountService accounts;

	private final ReminderLog log;

	private final FileActs acts;

	private final ApplicationEventPublisher events;

	FileReminding(Volunteers volunteers, VolunteerWelcomes welcomes, AccountService accounts, ReminderLog log,
			FileActs acts, ApplicationEventPublisher events) {
		this.volunteers = volunteers;
		this.welcomes = welcomes;
		this.accounts = accounts;
		this.log = log;
		this.acts = acts;
		this.events = events;
	}

	/**
	 * Writes to a doctor about what their file waits for: their answer, the Ordre, the
	 * CPAM; or about their address when it is not confirmed yet.
	 * @param volunteerId whom
	 * @param agentId the account that asks
	 * @throws FileRefusedException with {@link Reason#REMINDED_LATELY} when they were
	 * written to a short while ago, {@link Reason#NOTHING_TO_REMIND_OF} when nothing
	 * depends on them, {@link Reason#ACCOUNT_CLOSED} when there is nobody to write to
	 */
	public void remind(long volunteerId, long agentId) {
		var volunteer = this.volunteers.lock(volunteerId).orElseThrow();
		var account = volunteer.getAccount();
		if (account.isClosed() || account.isSuspended()) {
			throw new FileRefusedException(Reason.ACCOUNT_CLOSED);
		}
		boolean stranger = !account.isEmailConfirmed();
		if (!stranger && !volunteer.getFileStatus().isUpToDoctor()) {
			throw new FileRefusedException(Reason.NOTHING_TO_REMIND_OF);
		}
		if (!this.log.note(volunteerId, agentId)) {
			throw new FileRefusedException(Reason.REMINDED_LATELY);
		}
		if (!stranger) {
			this.events.publishEvent(new FileReminderAsked(volunteerId));
		}
		else if (!this.welcomes.inviteAgain(volunteer)) {
			this.accounts.confirmAgain(account.email());
		}
		this.acts.reminded(volunteer);
	}

}
