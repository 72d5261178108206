package fr.medecinproche.indemnity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the scheme pays, on top of the fees. A setting, since no text that founds it was
 * found: 100 € a half-day is what the agency of Grand Est states.
 *
 * @param halfDayCents the indemnity of a half-day, in cents of a euro
 */
@ConfigurationProperties("medecin-proche.indemnity")
record IndemnitySettings(@DefaultValue("10000") int halfDayCents) {

}
