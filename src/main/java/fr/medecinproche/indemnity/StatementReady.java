package fr.medecinproche.indemnity;

/**
 * A month is over and its half-days are decided: the doctor is asked to check the
 * statement.
 *
 * @param statementId the statement
 */
public record StatementReady(long statementId) {

}
