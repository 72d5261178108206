package fr.medecinproche.messaging;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import fr.medecinproche.testing.ApplicationTest;
import fr.medecinproche.web.ServiceSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.thymeleaf.ITemplateEngine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every text message there is, and those to come: whatever ends in ".sms".
 */
@ApplicationTest
class TextMessagesTests {

	private static final String ADDRESS = "https://un-medecin-pres-de-chez-vous.occitanie.ars.sante.fr";

	/** Day, time, place, code, phone, day and time: the longest of each. */
	private static final String[] FRENCH = { "mercredi 30\u00a0septembre", "11\u00a0h\u00a050",
			"Saint-Martin-de-l’Œuvre-en-Châtaigneraie", "AC7\u00a0XYK", "05\u00a062\u00a000\u00a012\u00a034",
			"mercredi 30\u00a0septembre 2027 à\u00a011\u00a0h\u00a050" };

	private static final String[] ENGLISH = { "Wednesday 30\u00a0September", "11:50\u00a0am",
			"Saint-Martin-de-l’Œuvre-en-Châtaigneraie", "AC7\u00a0XYK", "05\u00a062\u00a000\u00a012\u00a034",
			"Wednesday 30\u00a0September 2027 at\u00a011:50\u00a0am" };

	@Autowired
	ITemplateEngine templates;

	@Autowired
	MessageSource messages;

	static List<String> kinds() {
		return ResourceBundle.getBundle("messages/messaging", Locale.ROOT)
			.keySet()
			.stream()
			.filter((key) -> key.endsWith(".sms"))
			.map((key) -> key.replaceAll("^messaging\\.|\\.sms$", ""))
			.sorted()
			.toList();
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void is_of_the_alphabet_and_of_two_parts_at_most_link_included(String kind) {
		for (var locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
			var arguments = locale.equals(Locale.FRENCH) ? FRENCH : ENGLISH;
			var letter = writer().sms(new Envelope("key", "+33639981234", locale, Letters.useful()),
					Notice.of(kind, arguments).leadingTo("/rendez-vous/" + "s".repeat(24)));
			assertThat(Gsm7.covers(letter.text())).as(letter.text()).isTrue();
			assertThat(Gsm7.messages(letter.text())).as(letter.text()).isLessThanOrEqualTo(2);
			assertThat(letter.text()).endsWith("/rendez-vous/" + "s".repeat(24))
				.doesNotContain("{")
				.doesNotContainIgnoringCase("stop");
			assertThat(letter.text().lines()).as("on one line").hasSize(1);
		}
	}

	private LetterWriter writer() {
		return new LetterWriter(this.templates, this.messages, new ServiceSettings(ADDRESS, false,
				new ServiceSettings.Retention(Period.ofMonths(3)), new ServiceSettings.Legal("", "", "", "")));
	}

}
