package fr.medecinproche.insight;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * On which terms the open data may be used again: a choice of whoever publishes it.
 *
 * @param name its name, as the page and the files say it
 * @param address where its text is
 */
@ConfigurationProperties("medecin-proche.open-data.licence")
public record OpenDataLicence(@DefaultValue("Licence Ouverte 2.0 (Etalab)") String name,
		@DefaultValue("https://www.etalab.gouv.fr/licence-ouverte-open-licence/") URI address) {

}
