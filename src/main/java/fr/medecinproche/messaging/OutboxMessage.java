package fr.medecinproche.messaging;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way. A node that sends it first takes a lease, so that no other node
 * sends it meanwhile; should the node die, the message is due again when the lease ends.
 */
@Entity
public class OutboxMessage {

	private static final int ERROR_LENGTH = 300;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String dedupKey;

	@Enumerated(EnumType.STRING)
	private Channel channel;

	private @Nullable String recipient;

	private @Nullable String subject;

	private @Nullable String bodyText;

	private @Nullable String bodyHtml;

	private @Nullable String calendar;

	@Enumerated(EnumType.STRING)
	private MessageStatus status;

	private int attempts;

	private Instant nextAttemptAt;

	private Instant notAfter;

	private @Nullable String lastError;

	private Instant createdAt;

	private @Nullable Instant settledAt;

	@Column(updatable = false)
	private @Nullable Long appointmentId;

	@Column(updatable = false)
	private @Nullable Long siteId;

	@Column(updatable = false)
	private boolean byDay;

	private @Nullable String unsubscribe;

	@SuppressWarnings("NullAway") // for JPA: the outbox writes the rows
	protected OutboxMessage() {
	}

	/** Counts an attempt before it is made: a crash in the middle of it counts too. */
	void lease(Instant now, Duration lease) {
		this.attempts++;
		this.nextAttemptAt = now.plus(lease);
	}

	/** Whether the lease taken with an attempt is still the one that counts. */
	boolean isOn(int attempt) {
		return this.status == MessageStatus.PENDING && this.attempts == attempt;
	}

	void leave(MessageStatus as, Instant now) {
		settle(as, now);
		this.lastError = null;
	}

	/** It could not leave now: it is tried again later, while there is hope. */
	void fail(String error, Instant now) {
		note(error);
		BackOff.after(this.attempts, Duration.between(now, this.notAfter))
			.ifPresentOrElse((wait) -> this.nextAttemptAt = now.plus(wait), () -> settle(MessageStatus.FAILED, now));
	}

	/** It will never leave: nothing is gained by trying again. */
	void refuse(String error, Instant now) {
		note(error);
		settle(MessageStatus.FAILED, now);
	}

	private void note(String error) {
		this.lastError = error.substring(0, Math.min(error.length(), ERROR_LENGTH));
	}

	/** Gives a failed message one more attempt. */
	void retry(Instant now) {
		this.status = MessageStatus.PENDING;
		this.settledAt = null;
		this.nextAttemptAt = now;
	}

	/** Notes that nobody picked up the phone. */
	void missCall() {
		this.attempts++;
	}

	/**
	 * Whether a failed message would still be of use.
	 * @param now the present
	 * @return true only for one that failed and whose words are still there
	 */
	public boolean isWorthRetryingAt(Instant now) {
		return this.status == MessageStatus.FAILED && now.isBefore(this.notAfter) && this.bodyText != null;
	}

	private void settle(MessageStatus status, Instant now) {
		this.status = status;
		this.settledAt = now;
	}

	/**
	 * The number of the message.
	 * @return its number, the same for life
	 * @throws IllegalStateException before the row exists
	 */
	public long getId() {
		if (this.id == null) {
			throw new IllegalStateException("not saved yet");
		}
		return this.id;
	}

	public String getDedupKey() {
		return this.dedupKey;
	}

	public Channel getChannel() {
		return this.channel;
	}

	/**
	 * Who receives it.
	 * @return an e-mail address or a phone number; null once forgotten
	 */
	public @Nullable String getRecipient() {
		return this.recipient;
	}

	public @Nullable String getSubject() {
		return this.subject;
	}

	/**
	 * What it says.
	 * @return plain text; null once forgotten
	 */
	public @Nullable String getBodyText() {
		return this.bodyText;
	}

	public @Nullable String getBodyHtml() {
		return this.bodyHtml;
	}

	public @Nullable String getCalendar() {
		return this.calendar;
	}

	/**
	 * Where whoever wants no such message again says so.
	 * @return an address that takes such a POST; null for most messages, and once
	 * forgotten
	 */
	public @Nullable String getUnsubscribe() {
		return this.unsubscribe;
	}

	public MessageStatus getStatus() {
		return this.status;
	}

	public int getAttempts() {
		return this.attempts;
	}

	public Instant getNextAttemptAt() {
		return this.nextAttemptAt;
	}

	/**
	 * When it is of no use any more.
	 * @return it never leaves from then on
	 */
	public Instant getNotAfter() {
		return this.notAfter;
	}

	/**
	 * What it is about.
	 * @return an appointment, or null
	 */
	public @Nullable Long getAppointmentId() {
		return this.appointmentId;
	}

	public @Nullable String getLastError() {
		return this.lastError;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

}
