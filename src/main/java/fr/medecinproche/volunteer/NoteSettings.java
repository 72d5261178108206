package fr.medecinproche.volunteer;

import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long agents' notes on doctors are kept.
 *
 * @param kept from the day a note was written; no text sets it, so an agency may
 */
@ConfigurationProperties("medecin-proche.volunteer-notes")
public record NoteSettings(@DefaultValue("3y") Period kept) {

	/**
	 * How long, in months.
	 * @return at least one
	 */
	public long months() {
		return Math.max(1, this.kept.toTotalMonths());
	}

}
