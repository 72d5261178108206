package fr.medecinproche.messaging.sms;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

import fr.medecinproche.messaging.Channel;
import fr.medecinproche.messaging.Gsm7;
import fr.medecinproche.messaging.MessageStatus;
import fr.medecinproche.messaging.MessageTransport;
import fr.medecinproche.messaging.OutboxMessage;
import fr.medecinproche.messaging.RefusedForGoodException;
import fr.medecinproche.messaging.sms.SmsProvider.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends text messages by Brevo. The tag, the same at every attempt, tells copies in its
 * reports; it does not prevent them.
 */
class BrevoTransport implements MessageTransport {

	private static final Logger log = LoggerFactory.getLogger(BrevoTransport.class);

	/** Of the reasons of a 400, those that are about the message. */
	private static final Set<String> ABOUT_THE_MESSAGE = Set.of("invalid_parameter", "missing_parameter",
			"out_of_range");

	private final SmsProvider provider;

	private final SmsSettings settings;

	BrevoTransport(SmsProvider provider, SmsSettings settings) {
		this.provider = provider;
		this.settings = settings;
	}

	@Override
	public Channel channel() {
		return Channel.SMS;
	}

	@Override
	public MessageStatus send(OutboxMessage message) {
		var base = this.settings.brevo().address().toString().replaceFirst("/+$", "");
		var body = SmsProvider.json(sms(message));
		read(this.provider.post(URI.create(base + "/transactionalSMS/send"), body,
				(headers) -> headers.set("api-key", this.settings.brevo().apiKey())), message);
		return MessageStatus.SENT;
	}

	private Sms sms(OutboxMessage message) {
		return new Sms(this.settings.sender(), Objects.requireNonNull(message.getRecipient()).replace("+", ""),
				Objects.requireNonNull(message.getBodyText()), "transactional", "outbox-" + message.getId());
	}

	private void read(Answer answer, OutboxMessage message) {
		if (answer.is(402)) {
			throw new IllegalStateException("Brevo has no credits left (402)");
		}
		var code = answer.json().path("code").asString("");
		if (answer.is(400) && ABOUT_THE_MESSAGE.contains(code)) {
			throw new RefusedForGoodException("Brevo refuses the message: " + code, null);
		}
		if (!answer.is(201)) {
			throw new IllegalStateException("Brevo answers " + answer.status().value());
		}
		log.info("Message {} left by Brevo as {}, in {} parts", message.getId(), answer.json().path("messageId"),
				Gsm7.messages(Objects.requireNonNull(message.getBodyText())));
	}

	/** The fields of a text message, named as Brevo names them. */
	private record Sms(String sender, String recipient, String content, String type, String tag) {
	}

}
