package fr.medecinproche.appointment.web;

import java.util.Optional;

import fr.medecinproche.account.PhoneNumber;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom a doctor calls when nobody answers at the site.
 *
 * @param phone the agency's number, as the operator wrote it; empty when there is none
 */
@ConfigurationProperties("medecin-proche.agency")
record AgencyPhone(@DefaultValue("") String phone) {

	Optional<PhoneNumber> number() {
		return PhoneNumber.parse(this.phone);
	}

}
