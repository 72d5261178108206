package fr.medecinproche.site.preparation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the people of a site are reminded of what they have to prepare.
 *
 * @param after how many days after a site began to be prepared, for what was agreed for
 * no day
 * @param ahead how many days before the day that was agreed
 * @param every how many days between two reminders
 * @param maximum how many come by themselves while a site stands where it stands; 0 for
 * none
 * @param gap how many days between two reminders an agent asks for
 */
@ConfigurationProperties("medecin-proche.site.reminders")
public record ReminderPace(@DefaultValue("7") int after, @DefaultValue("2") int ahead, @DefaultValue("7") int every,
		@DefaultValue("4") int maximum, @DefaultValue("2") int gap) {

}
