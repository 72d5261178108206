package fr.medecinproche.web;

import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator of the service sets: its address, its look, who answers for it.
 *
 * @param address the address people use to reach the application
 * @param brandBlock whether the State's brand block and typeface are shown; its terms
 * allow it only to authorised deployments
 * @param retention how long personal data is kept
 * @param legal who answers for the service
 */
@ConfigurationProperties("medecin-proche")
public record ServiceSettings(@DefaultValue("http://localhost:8080") String address,
		@DefaultValue("false") boolean brandBlock, @DefaultValue Retention retention, @DefaultValue Legal legal) {

	/**
	 * How long personal data is kept; room {@code privacy} acts on the same setting.
	 *
	 * @param patients after the visit
	 */
	public record Retention(@DefaultValue("3m") Period patients) {
	}

	/**
	 * Who answers for the service; empty where it has not been set, and then said so.
	 *
	 * @param publisher the organisation that publishes it
	 * @param director its publication director
	 * @param host who hosts it
	 * @param contact how to reach the publisher
	 */
	public record Legal(@DefaultValue("") String publisher, @DefaultValue("") String director,
			@DefaultValue("") String host, @DefaultValue("") String contact) {
	}

}
