package fr.medecinproche.messaging.sms;

/**
 * A setting of text messages is missing or wrong.
 */
class SmsSettingsException extends RuntimeException {

	SmsSettingsException(String setting, String fault) {
		super("The setting " + setting + " " + fault + ".");
	}

}
