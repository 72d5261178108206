package fr.medecinproche.messaging.sms;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Turns a wrong setting into one sentence instead of a stack trace.
 */
class SmsFailureAnalyzer extends AbstractFailureAnalyzer<SmsSettingsException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, SmsSettingsException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Set it, or leave medecin-proche.sms.provider at none: text messages are then kept and go nowhere.",
				failure);
	}

}
