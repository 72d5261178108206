package fr.medecinproche.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.BookingRefusedException.Reason;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * A booking that waits for the six digits sent to its patient. The answers wait with it.
 */
@Entity
public class ContactCheck {

	static final Duration LIFETIME = Appointment.HOLD;

	static final int TRIES = 5;

	static final int SENDS = 3;

	/** Pressed again within it, the button sends nothing more. */
	private static final Duration PAUSE = Duration.ofSeconds(30);

	@Id
	private long appointmentId;

	@Embedded
	private Patient patient;

	private Locale locale;

	private String codeHash;

	private short sends;

	private short tries;

	private Instant sentAt;

	@SuppressWarnings("NullAway.Init")
	protected ContactCheck() {
	}

	/**
	 * Begins with no code sent: {@link #send} follows.
	 * @param heldId the held appointment
	 * @param patient who comes, reachable in writing
	 * @param locale the language of their messages
	 */
	@SuppressWarnings("NullAway.Init")
	ContactCheck(long heldId, Patient patient, Locale locale) {
		this.appointmentId = heldId;
		this.patient = patient;
		this.locale = locale;
		this.sentAt = Instant.EPOCH;
	}

	/** The answers as they were given last. */
	void answer(Patient patient, Locale locale) {
		if (!contact(this.patient).equals(contact(patient))) {
			this.sentAt = Instant.EPOCH;
		}
		this.patient = patient;
		this.locale = locale;
	}

	boolean wasJustSent(Clock clock) {
		return this.sentAt.plus(PAUSE).isAfter(clock.instant());
	}

	/**
	 * Notes that a code leaves; the one before is worth nothing.
	 * @param hold the secret of the hold, which salts the hash
	 * @param code six digits
	 * @param clock tells when
	 * @throws BookingRefusedException when enough were sent
	 */
	void send(Secret hold, String code, Clock clock) {
		if (this.sends >= SENDS) {
			throw new BookingRefusedException(Reason.TOO_MANY_CODES);
		}
		this.codeHash = hash(hold, code);
		this.sends++;
		this.tries = 0;
		this.sentAt = clock.instant();
	}

	/**
	 * Takes a try.
	 * @param hold the secret of the hold
	 * @param typed what was typed
	 * @param clock the present
	 * @return null when it is the code, or why it is not taken
	 */
	@Nullable Reason refusalOf(Secret hold, String typed, Clock clock) {
		if (!clock.instant().isBefore(getExpiresAt())) {
			return Reason.CODE_EXPIRED;
		}
		if (this.tries >= TRIES) {
			return Reason.TOO_MANY_TRIES;
		}
		this.tries++;
		return this.codeHash.equals(hash(hold, typed.replaceAll("\\D", ""))) ? null
				: (this.tries >= TRIES) ? Reason.TOO_MANY_TRIES : Reason.CODE_WRONG;
	}

	private static String hash(Secret hold, String code) {
		return Secret.of(hold.value() + ' ' + code).hash();
	}

	/** By e-mail where there is an address: it costs nothing, and no mobile is needed. */
	private static String contact(Patient patient) {
		return (patient.email() != null) ? patient.email() : String.valueOf(patient.phone());
	}

	String getContact() {
		return contact(this.patient);
	}

	/**
	 * Where the code went, for whoever looks over a shoulder to learn nothing.
	 * @return "06 •• •• 00 02" or "j•••@exemple.fr"
	 */
	public String getMaskedContact() {
		var contact = contact(this.patient);
		if (this.patient.email() != null) {
			return contact.charAt(0) + "•••" + contact.substring(contact.indexOf('@'));
		}
		var shown = new PhoneNumber(contact).toString();
		var end = shown.length() - 5;
		return shown.substring(0, 2) + shown.substring(2, end).replaceAll("\\d", "•") + shown.substring(end);
	}

	public boolean isByMail() {
		return this.patient.email() != null;
	}

	public boolean isSendable() {
		return this.sends < SENDS;
	}

	public Instant getExpiresAt() {
		return this.sentAt.plus(LIFETIME);
	}

	public Patient getPatient() {
		return this.patient;
	}

	public Locale getLocale() {
		return this.locale;
	}

	int getSends() {
		return this.sends;
	}

}
