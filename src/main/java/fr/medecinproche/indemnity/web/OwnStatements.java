package fr.medecinproche.indemnity.web;

import java.time.DateTimeException;
import java.time.YearMonth;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.Statements;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a doctor sees: their own months, up to the present one. All else is not found.
 */
@Component
class OwnStatements {

	private final Volunteers volunteers;

	private final Statements statements;

	OwnStatements(Volunteers volunteers, Statements statements) {
		this.volunteers = volunteers;
		this.statements = statements;
	}

	Volunteer doctor(SignedIn me) {
		return this.volunteers.signedIn(me);
	}

	/** A month as an address says it: "2027-01". */
	YearMonth month(String typed) {
		try {
			var month = YearMonth.parse(typed);
			if (this.statements.isPastOrPresent(month)) {
				return month;
			}
		}
		catch (DateTimeException ex) {
			// the 13th month is not found either
		}
		throw notFound();
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
