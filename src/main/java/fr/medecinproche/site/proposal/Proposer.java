package fr.medecinproche.site.proposal;

import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.PhoneNumber;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * Who proposes a place. The agency alone reads it, and it is forgotten some time after
 * the decision.
 *
 * @param name given and family name
 * @param role what they do there
 * @param email where they are written to
 * @param phone where they are called: theirs, not the place's
 */
@Embeddable
record Proposer(@Column(name = "proposer") String name, String role, @Embedded EmailAddress email,
		@Embedded @AttributeOverride(name = "e164", column = @Column(name = "phone")) PhoneNumber phone) {
}
