package fr.medecinproche.volunteer;

/**
 * An agent wants a doctor reminded of their file, now. Published inside the transaction.
 *
 * @param volunteerId whom
 */
public record FileReminderAsked(long volunteerId) {

}
