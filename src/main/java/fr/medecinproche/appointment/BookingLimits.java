package fr.medecinproche.appointment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of what is rare one person may have.
 *
 * @param coming how many coming visits at most
 */
@ConfigurationProperties("medecin-proche.booking.limits")
public record BookingLimits(@DefaultValue("2") int coming) {

}
