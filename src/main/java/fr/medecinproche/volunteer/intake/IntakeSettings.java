package fr.medecinproche.volunteer.intake;

import java.time.Duration;
import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long lists of doctors are kept.
 *
 * @param kept how long the lines wait to be imported before what they say is forgotten
 * @param reportKept how long the report, which names nobody, stays
 */
@ConfigurationProperties("medecin-proche.volunteer-intake")
record IntakeSettings(@DefaultValue("7d") Duration kept, @DefaultValue("1y") Period reportKept) {

}
