package fr.medecinproche.messaging.sms;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
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
 * Sends text messages by OVH. Its interface knows no key that would tell a copy: a node
 * that dies between OVH's answer and the settling sends twice.
 */
class OvhTransport implements MessageTransport {

	private static final Logger log = LoggerFactory.getLogger(OvhTransport.class);

	/** The most the network keeps a message for a phone that is off. */
	private static final Duration LONGEST_VALIDITY = Duration.ofHours(48);

	/** Of the reasons of a 400, those that somebody repairs: a key, a secret, a clock. */
	private static final Set<String> ABOUT_THE_SIGNATURE = Set.of("INVALID_SIGNATURE", "QUERY_TIME_OUT",
			"INVALID_CREDENTIAL", "INVALID_KEY");

	private final SmsProvider provider;

	private final SmsSettings settings;

	private final Clock clock;

	private final ProviderClock time;

	OvhTransport(SmsProvider provider, SmsSettings settings, Clock clock) {
		this.provider = provider;
		this.settings = settings;
		this.clock = clock;
		this.time = new ProviderClock(clock, this::askTheTime);
	}

	@Override
	public Channel channel() {
		return Channel.SMS;
	}

	@Override
	public MessageStatus send(OutboxMessage message) {
		var address = address("/sms/" + this.settings.ovh().service() + "/jobs");
		var body = SmsProvider.json(job(message));
		var timestamp = String.valueOf(this.time.seconds());
		var signature = signature("POST", address, body, timestamp);
		read(this.provider.post(address, body, (headers) -> {
			headers.set("X-Ovh-Application", this.settings.ovh().applicationKey());
			headers.set("X-Ovh-Consumer", this.settings.ovh().consumerKey());
			headers.set("X-Ovh-Timestamp", timestamp);
			headers.set("X-Ovh-Signature", signature);
		}), message);
		return MessageStatus.SENT;
	}

	private Job job(OutboxMessage message) {
		var useful = Duration.between(this.clock.instant(), message.getNotAfter());
		var validity = (useful.compareTo(LONGEST_VALIDITY) < 0) ? useful : LONGEST_VALIDITY;
		return new Job("UTF-8", "phoneDisplay", "7bit", Objects.requireNonNull(message.getBodyText()), true, "high",
				List.of(Objects.requireNonNull(message.getRecipient())), this.settings.sender(), false,
				Math.max(validity.toMinutes(), 1));
	}

	private String signature(String method, URI address, String body, String timestamp) {
		var ovh = this.settings.ovh();
		var signed = String.join("+", ovh.applicationSecret(), ovh.consumerKey(), method, address.toString(), body,
				timestamp);
		try {
			var digest = MessageDigest.getInstance("SHA-1").digest(signed.getBytes(StandardCharsets.UTF_8));
			return "$1$" + HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex); // every Java platform has it
		}
	}

	private void read(Answer answer, OutboxMessage message) {
		if (answer.is(400) && !ABOUT_THE_SIGNATURE.contains(answer.json().path("errorCode").asString(""))) {
			throw new RefusedForGoodException("OVH refuses the message (400)", null);
		}
		if (!answer.isSuccess()) {
			// perhaps the clock: ask again before the next attempt
			this.time.forget();
			throw new IllegalStateException("OVH answers " + answer.status().value());
		}
		var receipt = answer.json();
		if (!receipt.path("invalidReceivers").isEmpty()) {
			throw new RefusedForGoodException("OVH knows no such number", null);
		}
		if (receipt.path("ids").isEmpty()) {
			throw new IllegalStateException("OVH gives no receipt");
		}
		log.info("Message {} left by OVH as job {}, in {} parts", message.getId(), receipt.path("ids").get(0),
				Gsm7.messages(Objects.requireNonNull(message.getBodyText())));
	}

	private long askTheTime() {
		var answer = this.provider.get(address("/auth/time"));
		if (!answer.isSuccess() || !answer.text().strip().matches("\\d{1,12}")) {
			throw new IllegalStateException("OVH does not tell the time: " + answer.status().value());
		}
		return Long.parseLong(answer.text().strip());
	}

	private URI address(String path) {
		return URI.create(this.settings.ovh().address().toString().replaceFirst("/+$", "") + path);
	}

	/** The fields of an SMS job, named as OVH names them. */
	private record Job(String charset, @com.fasterxml.jackson.annotation.JsonProperty("class") String display,
			String coding, String message, boolean noStopClause, String priority, List<String> receivers, String sender,
			boolean senderForResponse, long validityPeriod) {
	}

}
