package fr.medecinproche.messaging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import fr.medecinproche.web.CalendarFile;
import fr.medecinproche.web.ServiceSettings;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts notices into words: an e-mail as text and as a page, or a text message.
 */
@Component
class LetterWriter {

	private final ITemplateEngine templates;

	private final MessageSource messages;

	private final String address;

	LetterWriter(ITemplateEngine templates, MessageSource messages, ServiceSettings settings) {
		this.templates = templates;
		this.messages = messages;
		this.address = settings.address().replaceFirst("/+$", "");
	}

	/**
	 * Writes an e-mail.
	 * @param envelope to whom
	 * @param notice what
	 * @param calendar a file to attach, or null
	 * @return the letter
	 */
	Letter mail(Envelope envelope, Notice notice, @Nullable CalendarFile calendar) {
		var locale = envelope.locale();
		var subject = String.join(" ", said(notice, "subject", locale));
		var page = new Context(locale);
		page.setVariable("subject", subject);
		page.setVariable("opening", said(notice, "opening", locale));
		page.setVariable("facts", notice.facts());
		page.setVariable("action", said(notice, "action", locale));
		page.setVariable("link", (notice.link() != null) ? this.address + notice.link() : null);
		page.setVariable("closing", said(notice, "closing", locale));
		var leave = (notice.leave() != null) ? this.address + notice.leave() : null;
		page.setVariable("leave", leave);
		page.setVariable("leaveLabel", said(notice, "leave", locale));
		return new Letter(envelope.dedupKey(), Channel.EMAIL, envelope.recipient(), subject,
				plain(this.templates.process("mail/letter.txt", page)), this.templates.process("mail/letter", page),
				(calendar != null) ? calendar.text() : null, envelope.notAfter())
			.leftBy(leave);
	}

	/**
	 * Writes a text message.
	 * @param envelope to whom
	 * @param notice what; its link comes last
	 * @return the letter, within the alphabet of text messages
	 */
	Letter sms(Envelope envelope, Notice notice) {
		var text = String.join(" ", said(notice, "sms", envelope.locale()));
		var linked = (notice.link() != null) ? text + ' ' + this.address + notice.link() : text;
		return new Letter(envelope.dedupKey(), Channel.SMS, envelope.recipient(), null, Gsm7.transliterate(linked),
				null, null, envelope.notAfter());
	}

	/**
	 * Writes what somebody will say on the phone.
	 * @param envelope to whom
	 * @param notice what; a link cannot be said
	 * @param siteId the site whose host calls
	 * @return the letter, one line per sentence to say
	 */
	Letter call(Envelope envelope, Notice notice, long siteId) {
		var text = String.join("\n", said(notice, "call", envelope.locale()));
		return new Letter(envelope.dedupKey(), Channel.CALL, envelope.recipient(), null, text, null, null,
				envelope.notAfter())
			.carriedBy(siteId);
	}

	private static String plain(String text) {
		return text.strip().replaceAll("\n{3,}", "\n\n") + '\n';
	}

	private List<String> said(Notice notice, String part, Locale locale) {
		var key = "messaging." + notice.kind() + '.' + part;
		var text = this.messages.getMessage(key, notice.arguments().toArray(), "", locale);
		return (text == null || text.isBlank()) ? List.of() : Arrays.asList(text.split("\n"));
	}

}
