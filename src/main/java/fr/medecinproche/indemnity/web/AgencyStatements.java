package fr.medecinproche.indemnity.web;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.Dispute;
import fr.medecinproche.indemnity.Statement;
import fr.medecinproche.indemnity.StatementLine;
import fr.medecinproche.indemnity.Statements;
import fr.medecinproche.volunteer.Volunteer;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * What an agent sees: the statements of doctors who practise in their department, or all.
 */
@Component
class AgencyStatements {

	private final Statements statements;

	private final Volunteers volunteers;

	AgencyStatements(Statements statements, Volunteers volunteers) {
		this.statements = statements;
		this.volunteers = volunteers;
	}

	Statement find(long id, SignedIn agent) {
		return this.statements.find(id, agent.perimeter()).orElseThrow(AgencyStatements::notFound);
	}

	StatementLine line(Statement statement, long id) {
		return statement.line(id).filter(StatementLine::isEntry).orElseThrow(AgencyStatements::notFound);
	}

	Dispute dispute(Statement statement, long id) {
		return statement.disputes()
			.stream()
			.filter((dispute) -> dispute.id() == id)
			.findFirst()
			.orElseThrow(AgencyStatements::notFound);
	}

	Volunteer doctorOf(Statement statement) {
		return this.volunteers.findById(statement.volunteerId()).orElseThrow(AgencyStatements::notFound);
	}

	private static ResponseStatusException notFound() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
