package fr.medecinproche.volunteer;

import fr.medecinproche.account.AccountService;
import fr.medecinproche.account.Role;
import fr.medecinproche.volunteer.FileRefusedException.Reason;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a doctor join: the account and the file are there together, or neither is.
 */
@Service
@Transactional
public class RegistrationService {

	private final AccountService accounts;

	private final VolunteerService files;

	private final Volunteers volunteers;

	private final SubmittedApplications applications;

	RegistrationService(AccountService accounts, VolunteerService files, Volunteers volunteers,
			SubmittedApplications applications) {
		this.accounts = accounts;
		this.files = files;
		this.volunteers = volunteers;
		this.applications = applications;
	}

	/**
	 * Opens an account and its file. The RPPS number, which is public, is looked at
	 * before the address: so the answer about the number never tells whether the address
	 * is known.
	 * @param registration who joins
	 * @return the volunteer, whose file waits for a decision
	 * @throws FileRefusedException when a file carries the same RPPS number
	 * @throws fr.medecinproche.account.AccountRefusedException when the address has an
	 * account, which must not be told to who registers, or the password is weak
	 */
	public Volunteer register(Registration registration) {
		var application = registration.application();
		if (this.volunteers.existsByRpps(application.rpps())) {
			throw new FileRefusedException(Reason.RPPS_KNOWN);
		}
		var account = this.accounts.register(registration.email(), registration.password(), Role.VOLUNTEER,
				application.name().title(), registration.locale());
		var volunteer = this.files.apply(account, application);
		this.applications.save(new SubmittedApplication(volunteer.getId(), registration.answers()));
		return volunteer;
	}

}
