package fr.medecinproche.indemnity;

/**
 * The agency has closed a statement.
 *
 * @param statementId the statement
 */
public record StatementClosed(long statementId) {

}
