package fr.medecinproche.indemnity;

/**
 * The agency has answered what a doctor disputed.
 *
 * @param statementId the statement
 * @param disputeId the dispute
 */
public record DisputeAnswered(long statementId, long disputeId) {

}
