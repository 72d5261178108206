package fr.medecinproche.site;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.PhoneNumber;

/**
 * Who proposes a place.
 *
 * @param name given and family name
 * @param role what they do there
 * @param email where they are written to
 * @param phone where they are called
 */
public record Proposer(String name, String role, EmailAddress email, PhoneNumber phone) {

}
