package fr.medecinproche.messaging;

import java.time.Duration;
import java.time.Instant;

/**
 * Letters for tests, useful for a week from the day every test starts.
 */
final class Letters {

	static final int USEFUL_DAYS = 7;

	private static final Instant START = Instant.parse("2027-01-04T07:00:00Z");

	private Letters() {
	}

	static Letter to(String recipient, String key) {
		return new Letter(key, Channel.EMAIL, recipient, "Votre rendez-vous du mardi 12 janvier",
				"À bientôt à l’hôpital.", "<p>À bientôt à l’hôpital.</p>", null, useful());
	}

	static Letter sms(String recipient, String key) {
		return new Letter(key, Channel.SMS, recipient, null, "RDV mardi 12 janvier", null, null, useful());
	}

	static Letter withCalendar(String recipient, String key, String calendar) {
		var letter = to(recipient, key);
		return new Letter(key, Channel.EMAIL, recipient, letter.subject(), letter.text(), letter.html(), calendar,
				useful());
	}

	static Instant useful() {
		return START.plus(Duration.ofDays(USEFUL_DAYS));
	}

}
