package fr.medecinproche.account.web;

import fr.medecinproche.account.Accounts;
import fr.medecinproche.account.Admission;
import fr.medecinproche.account.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

/**
 * Looks again at what somebody may see, once their second factor has changed.
 */
@Component
class Readmission {

	private final Accounts accounts;

	private final Admission admission;

	private final SignInSession session;

	Readmission(Accounts accounts, Admission admission, SignInSession session) {
		this.accounts = accounts;
		this.admission = admission;
		this.session = session;
	}

	void of(SignedIn somebody, HttpServletRequest request, HttpServletResponse response) {
		var account = this.accounts.findById(somebody.accountId()).orElseThrow();
		this.session.open(this.admission.of(account), request, response);
	}

}
