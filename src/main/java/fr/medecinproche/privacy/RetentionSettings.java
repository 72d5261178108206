package fr.medecinproche.privacy;

import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long personal data is kept.
 *
 * @param patients after the visit; three months is the period the Conseil d'État looked
 * at for bookings without a medical reason (12 March 2021)
 * @param waiting after somebody waits no more; long enough to say that they still do
 * @param proposers who proposed a place, after the agency's decision
 * @param unconfirmed a proposed place nobody confirmed
 * @param files what was written about a doctor's file, after it was refused or closed
 */
@ConfigurationProperties("medecin-proche.retention")
record RetentionSettings(@DefaultValue("3m") Period patients, @DefaultValue("7d") Period waiting,
		@DefaultValue("3m") Period proposers, @DefaultValue("7d") Period unconfirmed,
		@DefaultValue("1y") Period files) {

}
