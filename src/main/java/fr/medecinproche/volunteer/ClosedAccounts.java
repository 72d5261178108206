package fr.medecinproche.volunteer;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

import fr.medecinproche.account.AccountClosed;
import fr.medecinproche.account.AccountSettings;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A doctor who closes their account leaves: the file ends, and what nothing obliges to
 * keep of them is forgotten.
 */
@Component
class ClosedAccounts {

	private static final Set<FileStatus> ENDED = EnumSet.of(FileStatus.REFUSED, FileStatus.WITHDRAWN);

	private final Volunteers volunteers;

	private final VolunteerService files;

	private final SubmittedApplications applications;

	private final VolunteerNotes notes;

	private final AccountSettings settings;

	private final Clock clock;

	ClosedAccounts(Volunteers volunteers, VolunteerService files, SubmittedApplications applications,
			VolunteerNotes notes, AccountSettings settings, Clock clock) {
		this.volunteers = volunteers;
		this.files = files;
		this.applications = applications;
		this.notes = notes;
		this.settings = settings;
		this.clock = clock;
	}

	@EventListener
	void on(AccountClosed closed) {
		this.volunteers.idOf(closed.accountId()).flatMap(this.volunteers::lock).ifPresent((volunteer) -> {
			if (!ENDED.contains(volunteer.getFileStatus())) {
				this.files.withdraw(volunteer.getId(), FileAuthor.doctor(closed.accountId()), null);
			}
			this.applications.forget(volunteer.getId());
			this.notes.forget(volunteer.getId());
			volunteer.forget(this.volunteers.isOwed(volunteer.getId()));
		});
	}

	/** Every night, on any node: running it again changes nothing. */
	@Scheduled(cron = "${medecin-proche.account.forget-at:0 50 4 * * *}", zone = "Europe/Paris")
	@Transactional
	void forgetOldProofs() {
		var due = this.clock.instant().atZone(this.clock.getZone()).minus(this.settings.proofsKept()).toInstant();
		this.volunteers.leftBefore(due).forEach((volunteer) -> volunteer.forget(false));
	}

}
