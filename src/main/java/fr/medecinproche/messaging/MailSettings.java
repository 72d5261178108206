package fr.medecinproche.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the mail that leaves.
 *
 * @param from the address it comes from
 * @param name the name shown with that address
 */
@ConfigurationProperties("medecin-proche.mail")
record MailSettings(@DefaultValue("ne-pas-repondre@localhost.localdomain") String from,
		@DefaultValue("Un médecin près de chez vous") String name) {

	/** What follows the "@" of everything that must be unique in the world. */
	String domain() {
		return this.from.substring(this.from.lastIndexOf('@') + 1);
	}

}
