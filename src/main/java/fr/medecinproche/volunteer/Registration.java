package fr.medecinproche.volunteer;

import java.util.Locale;

import fr.medecinproche.account.EmailAddress;

/**
 * A doctor who joins: the account to be and the file.
 *
 * @param email what they sign in with
 * @param password as typed
 * @param locale the language of their messages
 * @param application what they say of themself
 * @param answers what else the agency needs to decide
 */
public record Registration(EmailAddress email, String password, Locale locale, VolunteerApplication application,
		ApplicationAnswers answers) {

}
