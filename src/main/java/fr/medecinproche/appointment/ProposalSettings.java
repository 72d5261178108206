package fr.medecinproche.appointment;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the patients of a visit that was called off are offered instead.
 *
 * @param held how long the times wait for them: a day, so that a letter read in the
 * evening is not read too late
 * @param within how far from the place they had, in kilometres
 * @param days how many days ahead
 */
@ConfigurationProperties("medecin-proche.booking.proposals")
public record ProposalSettings(@DefaultValue("24h") Duration held, @DefaultValue("30") int within,
		@DefaultValue("30") int days) {

}
