package fr.medecinproche.messaging;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends e-mail: text, page and calendar as alternatives, and the calendar file attached
 * for the programs that know it only so.
 */
class SmtpTransport implements MessageTransport {

	private static final Pattern METHOD = Pattern.compile("(?m)^METHOD:([A-Z]+)\\s*$");

	/** RFC 5321 §4.2.3; 554, which also says "not from you", may be repaired. */
	private static final Pattern NO_SUCH_MAILBOX = Pattern.compile("^(550|551|553)\\b");

	private final JavaMailSender sender;

	private final MailSettings settings;

	SmtpTransport(JavaMailSender sender, MailSettings settings) {
		this.sender = sender;
		this.settings = settings;
	}

	@Override
	public Channel channel() {
		return Channel.EMAIL;
	}

	@Override
	public MessageStatus send(OutboxMessage message) {
		try {
			this.sender.send(mime(message));
		}
		catch (MailSendException ex) {
			throw Arrays.stream(ex.getMessageExceptions()).anyMatch(SmtpTransport::isAboutTheRecipient)
					? new RefusedForGoodException("no such mailbox", ex) : ex;
		}
		return MessageStatus.SENT;
	}

	/** What a server says of the one recipient hangs behind the failure of the whole. */
	private static boolean isAboutTheRecipient(@Nullable Exception failure) {
		for (var each = failure; each instanceof MessagingException chained; each = chained.getNextException()) {
			if (each instanceof SendFailedException
					&& NO_SUCH_MAILBOX.matcher(String.valueOf(each.getMessage())).find()) {
				return true;
			}
		}
		return false;
	}

	private MimeMessage mime(OutboxMessage message) {
		try {
			var mime = this.sender.createMimeMessage();
			mime.setFrom(new InternetAddress(this.settings.from(), this.settings.name(), "UTF-8"));
			mime.setRecipient(Message.RecipientType.TO, recipient(message));
			mime.setSubject(message.getSubject(), "UTF-8");
			mime.setSentDate(Date.from(message.getCreatedAt()));
			// the same at every attempt, so that a receiver can tell a copy
			mime.setHeader("Message-ID", "<outbox.%d.%d@%s>".formatted(message.getId(),
					message.getCreatedAt().toEpochMilli(), this.settings.domain()));
			mime.setHeader("Auto-Submitted", "auto-generated");
			mime.setHeader("X-Auto-Response-Suppress", "All");
			if (message.getUnsubscribe() != null) {
				mime.setHeader("List-Unsubscribe", "<" + message.getUnsubscribe() + ">");
				mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC
																						// 8058
			}
			mime.setContent(content(message));
			return mime;
		}
		catch (MessagingException | UnsupportedEncodingException ex) {
			throw new MailPreparationException(ex);
		}
	}

	private static InternetAddress recipient(OutboxMessage message) {
		try {
			return new InternetAddress(message.getRecipient(), true);
		}
		catch (AddressException ex) {
			throw new RefusedForGoodException("not an address", ex);
		}
	}

	private static Multipart content(OutboxMessage message) throws MessagingException {
		var alternatives = new MimeMultipart("alternative");
		alternatives.addBodyPart(text(Objects.requireNonNull(message.getBodyText()), "plain"));
		if (message.getBodyHtml() != null) {
			alternatives.addBodyPart(text(message.getBodyHtml(), "html"));
		}
		if (message.getCalendar() == null) {
			return alternatives;
		}
		alternatives.addBodyPart(calendar(message.getCalendar(), null));
		var first = new MimeBodyPart();
		first.setContent(alternatives);
		return new MimeMultipart("mixed", first, calendar(message.getCalendar(), "rendez-vous.ics"));
	}

	private static MimeBodyPart text(String text, String subtype) throws MessagingException {
		var part = new MimeBodyPart();
		part.setText(text, "UTF-8", subtype);
		return part;
	}

	/** RFC 6047: the part repeats the method of the file. */
	private static MimeBodyPart calendar(String file, @Nullable String name) throws MessagingException {
		var method = METHOD.matcher(file);
		var type = "text/calendar; charset=UTF-8" + (method.find() ? "; method=" + method.group(1) : "");
		var part = new MimeBodyPart();
		part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.getBytes(StandardCharsets.UTF_8), type)));
		if (name != null) {
			part.setFileName(name);
			part.setDisposition(MimeBodyPart.ATTACHMENT);
		}
		return part;
	}

}
