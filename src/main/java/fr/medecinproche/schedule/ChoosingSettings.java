package fr.medecinproche.schedule;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How half-days are put before doctors.
 *
 * @param longRoad from which estimated time by road on whole days come before single
 * half-days
 */
@ConfigurationProperties("medecin-proche.choosing")
record ChoosingSettings(@DefaultValue("60m") Duration longRoad) {

}
