package fr.medecinproche.joining;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an application waits for its doctor.
 *
 * @param kept how long a draft is kept after the last step that was done
 * @param remindAfter how long it is left alone before its doctor is reminded, and before
 * they are reminded again
 * @param reminders how often at most, up to two
 */
@ConfigurationProperties("medecin-proche.joining")
public record JoiningSettings(@DefaultValue("30d") Duration kept, @DefaultValue("5d") Duration remindAfter,
		@DefaultValue("2") int reminders) {

	private static final int MOST_REMINDERS = 2;

	public JoiningSettings {
		reminders = Math.clamp(reminders, 0, MOST_REMINDERS);
	}

}
