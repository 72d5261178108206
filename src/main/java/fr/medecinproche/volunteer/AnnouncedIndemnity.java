package fr.medecinproche.volunteer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The indemnity that doctors are told of; room {@code indemnity} counts with the same
 * setting.
 *
 * @param halfDayCents of a half-day, in cents of a euro
 */
@ConfigurationProperties("medecin-proche.indemnity")
public record AnnouncedIndemnity(@DefaultValue("10000") int halfDayCents) {

	/** Of a whole day. */
	public int dayCents() {
		return 2 * this.halfDayCents;
	}

}
