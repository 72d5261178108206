package fr.medecinproche.joining;

import java.time.Clock;

import fr.medecinproche.account.AccountService;
import fr.medecinproche.account.Secret;
import fr.medecinproche.territory.Communes;
import fr.medecinproche.volunteer.RegistrationService;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two ways a draft ends, each in one transaction: as an account and a file, or as a
 * message to the owner of the account there is already. The draft is locked, so that two
 * clicks end it once.
 */
@Component
@Transactional
class Submission {

	private final DraftAccess access;

	private final RegistrationService registrations;

	private final AccountService accounts;

	private final Communes communes;

	private final Clock clock;

	Submission(DraftAccess access, RegistrationService registrations, AccountService accounts, Communes communes,
			Clock clock) {
		this.access = access;
		this.registrations = registrations;
		this.accounts = accounts;
		this.communes = communes;
		this.clock = clock;
	}

	void openFile(Secret browser, String password) {
		var draft = this.access.lockOfBrowser(browser);
		var practice = draft.getPractice();
		if (practice == null) {
			throw new DraftRefusedException(DraftRefusedException.Reason.INCOMPLETE);
		}
		var commune = this.communes.findById(practice.commune()).orElseThrow();
		this.registrations.register(draft.registration(commune, password));
		draft.send(this.clock.instant());
	}

	void tellOwner(Secret browser) {
		var draft = this.access.lockOfBrowser(browser);
		this.accounts.remind(draft.identity().address());
		draft.send(this.clock.instant());
	}

}
