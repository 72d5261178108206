package fr.medecinproche.messaging;

import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the reminders of visits.
 *
 * @param before how long before the visit, in days of the calendar
 */
@ConfigurationProperties("medecin-proche.reminder")
record ReminderSettings(@DefaultValue("2d") Period before) {
}
