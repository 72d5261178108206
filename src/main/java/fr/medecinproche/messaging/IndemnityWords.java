package fr.medecinproche.messaging;

import java.util.Locale;

import fr.medecinproche.indemnity.GivenTime.Given;
import fr.medecinproche.indemnity.Statement;
import fr.medecinproche.web.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts letters about a month into words. They name no place and no amount: those are on
 * the page.
 */
@Component
class IndemnityWords {

	private final LetterWriter writer;

	private final MessageSource messages;

	private final Words words;

	IndemnityWords(LetterWriter writer, MessageSource messages, Words words) {
		this.writer = writer;
		this.messages = messages;
		this.words = words;
	}

	/**
	 * Writes a letter.
	 * @param envelope to whom
	 * @param kind which letter
	 * @param doctor how the doctor is called
	 * @param statement the month
	 * @param given what the doctor gave, when the letter is one of thanks
	 * @return the letter
	 */
	Letter letter(Envelope envelope, String kind, String doctor, Statement statement, @Nullable Given given) {
		var notice = Notice.of(kind, doctor, this.words.in(envelope.locale()).month(statement.month()),
				(given != null) ? thanks(given, envelope.locale()) : "");
		return this.writer.mail(envelope, notice.leadingTo("/medecin/indemnites/" + statement.month()), null);
	}

	private String thanks(Given given, Locale locale) {
		var halfDays = say("indemnity.thanks.month", given.halfDays().size(), locale);
		return (given.consultations() == 0) ? halfDays
				: halfDays + ' ' + say("indemnity.thanks.seen", given.consultations(), locale);
	}

	private String say(String key, int number, Locale locale) {
		return this.messages.getMessage(key, new Object[] { number }, locale);
	}

}
