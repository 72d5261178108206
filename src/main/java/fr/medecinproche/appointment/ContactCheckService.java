package fr.medecinproche.appointment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import fr.medecinproche.account.Secret;
import fr.medecinproche.appointment.BookingRefusedException.Reason;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has patients prove that messages reach them: six digits, five tries, three sends, ten
 * minutes, for which the time is kept. Without an e-mail address or a mobile there is
 * nothing to prove: the site calls.
 */
@Service
public class ContactCheckService {

	/** Somebody else's number must not ring all day. */
	static final int SENDS_PER_CONTACT = 6;

	private static final int CODES = 1_000_000;

	private final ContactChecks checks;

	private final BookingService bookings;

	private final ContactCheckPolicy policy;

	private final Correspondence letters;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	ContactCheckService(ContactChecks checks, BookingService bookings, ContactCheckPolicy policy,
			Correspondence letters, ApplicationEventPublisher events, Clock clock) {
		this.checks = checks;
		this.bookings = bookings;
		this.policy = policy;
		this.letters = letters;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Whether a booking waits for a code.
	 * @param patient who comes
	 * @return false when none is asked, or none could be received
	 */
	public boolean isAskedOf(Patient patient) {
		return this.policy.byCode() && patient.isReachableInWriting();
	}

	/**
	 * Keeps the answers with the hold, and sends a code; asked again, another one, after
	 * which the one before is worth nothing. A double click sends one.
	 * @param hold the secret of the hold
	 * @param patient who comes
	 * @param locale the language of their messages
	 * @throws BookingRefusedException when they could not have the time anyway, or too
	 * many codes were sent
	 */
	@Transactional
	public void begin(Secret hold, Patient patient, Locale locale) {
		var held = this.bookings.keep(hold, patient);
		var check = this.checks.lock(held.getId()).orElseGet(() -> new ContactCheck(held.getId(), patient, locale));
		check.answer(patient, locale);
		if (!check.wasJustSent(this.clock)) {
			send(hold, held.getId(), check);
		}
	}

	private void send(Secret hold, long heldId, ContactCheck check) {
		var hourAgo = this.clock.instant().minus(Duration.ofHours(1));
		if (this.letters.codesSentTo(check.getContact(), hourAgo) >= SENDS_PER_CONTACT) {
			throw new BookingRefusedException(Reason.TOO_MANY_CODES);
		}
		var code = "%06d".formatted(this.random.nextInt(CODES));
		check.send(hold, code, this.clock);
		this.checks.save(check);
		this.events.publishEvent(new ContactCodeRequested(heldId, check.getSends(), check.getContact(),
				check.getLocale(), code, check.getExpiresAt()));
	}

	/**
	 * The booking that waits with a hold.
	 * @param hold the secret of the hold
	 * @return empty when none does
	 */
	@Transactional(readOnly = true)
	public Optional<ContactCheck> pending(Secret hold) {
		return this.checks.ofHold(hold.hash());
	}

	/**
	 * Takes a try, which counts whatever comes after.
	 * @param hold the secret of the hold
	 * @param typed what was typed
	 * @return why it is not taken, or empty when it is the code
	 * @throws BookingRefusedException when nothing waits with that hold
	 */
	@Transactional
	public Optional<Reason> refusalOf(Secret hold, String typed) {
		var check = this.checks.idOfHold(hold.hash())
			.flatMap(this.checks::lock)
			.orElseThrow(() -> new BookingRefusedException(Reason.HOLD_ENDED));
		return Optional.ofNullable(check.refusalOf(hold, typed, this.clock));
	}

	/** The answers are in the appointment now. */
	@EventListener
	void on(AppointmentBooked event) {
		this.checks.forget(event.appointmentId());
	}

	/**
	 * Forgets the answers of somebody who gave their time up.
	 * @param hold the secret of the hold; one nothing waits with changes nothing
	 */
	@Transactional
	public void forget(Secret hold) {
		this.checks.idOfHold(hold.hash()).ifPresent(this.checks::forget);
	}

}
