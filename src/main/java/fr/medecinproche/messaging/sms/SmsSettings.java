package fr.medecinproche.messaging.sms;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of text messages.
 *
 * @param provider who sends them
 * @param sender the name phones show as the sender, declared with the provider
 * @param connectTimeout how long to wait for the provider to answer the door
 * @param readTimeout how long to wait for an answer; both together stay far below the
 * lease of the outbox
 * @param ovh the account with OVH
 * @param brevo the account with Brevo
 */
@ConfigurationProperties("medecin-proche.sms")
record SmsSettings(@DefaultValue("none") Provider provider, @DefaultValue("") String sender,
		@DefaultValue("3s") Duration connectTimeout, @DefaultValue("10s") Duration readTimeout, @DefaultValue Ovh ovh,
		@DefaultValue Brevo brevo) {

	/** GSM 03.40: an alphanumeric sender has at most eleven characters. */
	private static final Pattern SENDER = Pattern.compile("[A-Za-z0-9]{1,11}");

	/**
	 * Refuses to start with half of what a provider needs: messages would fail one by one
	 * instead.
	 * @return these settings
	 * @throws SmsSettingsException naming the first setting that is missing or wrong
	 */
	SmsSettings complete() {
		switch (this.provider) {
			case NONE -> {
				return this;
			}
			case OVH -> {
				required("ovh.service", this.ovh.service());
				required("ovh.application-key", this.ovh.applicationKey());
				required("ovh.application-secret", this.ovh.applicationSecret());
				required("ovh.consumer-key", this.ovh.consumerKey());
			}
			case BREVO -> required("brevo.api-key", this.brevo.apiKey());
		}
		if (!SENDER.matcher(this.sender).matches()) {
			throw new SmsSettingsException("medecin-proche.sms.sender", "must be 1 to 11 letters and digits");
		}
		return this;
	}

	private void required(String name, String value) {
		if (value.isBlank()) {
			throw new SmsSettingsException("medecin-proche.sms." + name,
					"is missing: text messages are to be sent by " + this.provider);
		}
	}

	/** Who sends. */
	enum Provider {

		/** Nobody: messages stay in the outbox and say so. */
		NONE, OVH, BREVO

	}

	/**
	 * An account with OVH.
	 *
	 * @param address of its interface
	 * @param service the name of the SMS service
	 * @param applicationKey says which application
	 * @param applicationSecret signs
	 * @param consumerKey says on whose behalf
	 */
	record Ovh(@DefaultValue("https://eu.api.ovh.com/1.0") URI address, @DefaultValue("") String service,
			@DefaultValue("") String applicationKey, @DefaultValue("") String applicationSecret,
			@DefaultValue("") String consumerKey) {

		/** Never the secrets: this may end in a log. */
		@Override
		public String toString() {
			return "Ovh";
		}

	}

	/**
	 * An account with Brevo.
	 *
	 * @param address of its interface
	 * @param apiKey lets in
	 */
	record Brevo(@DefaultValue("https://api.brevo.com/v3") URI address, @DefaultValue("") String apiKey) {

		/** Never the key: this may end in a log. */
		@Override
		public String toString() {
			return "Brevo";
		}

	}

}
