package fr.medecinproche.site.proposal;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What the agency decided of a proposal: the site it became, or why it did not.
 *
 * @param at when
 * @param by the account of whoever did, null for the machine
 * @param siteId the site, null when it was declined
 * @param reason why it was declined, null when it was accepted
 */
@Embeddable
record Decision(@Column(name = "decided_at") Instant at, @Column(name = "decided_by") @Nullable Long by,
		@Nullable Long siteId, @Nullable String reason) {
}
