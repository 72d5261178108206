package fr.medecinproche.account.web;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.Admission;
import fr.medecinproche.account.SignIn.Means;
import fr.medecinproche.account.SignInJournal;
import fr.medecinproche.account.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

/**
 * What follows a second factor, right or wrong.
 */
@Component
class SecondStep {

	private final Admission admission;

	private final SignInSession session;

	private final SignInJournal journal;

	private final SignInOutcome outcome;

	SecondStep(Admission admission, SignInSession session, SignInJournal journal, SignInOutcome outcome) {
		this.admission = admission;
		this.session = session;
		this.journal = journal;
		this.outcome = outcome;
	}

	/**
	 * Lets somebody in.
	 * @return where they go
	 */
	String completed(Account account, Means means, HttpServletRequest request, HttpServletResponse response) {
		this.session.open(this.admission.of(account), request, response);
		HalfSignedIn.forget(request);
		this.journal.write(account.id(), means, true, Callers.of(request));
		return this.outcome.destination(SignedIn.as(account), request, response);
	}

	void failed(Account account, Means means, HttpServletRequest request) {
		this.journal.write(account.id(), means, false, Callers.of(request));
	}

}
