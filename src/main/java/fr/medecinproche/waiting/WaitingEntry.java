package fr.medecinproche.waiting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Objects;

import fr.medecinproche.appointment.Patient;
import fr.medecinproche.schedule.HalfDay;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.GeoPoint;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for a time around the place where they live. Whoever changes it has
 * locked its row.
 */
@Entity
public class WaitingEntry {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Embedded
	private @Nullable Patient patient;

	private @Nullable String nameKey;

	@Embedded
	private @Nullable GeoPoint position;

	@Embedded
	private WaitingWish wish;

	@Column(updatable = false)
	private Locale locale;

	private Instant joinedAt;

	private Instant expiresAt;

	private @Nullable LocalDate offeredOn;

	private short unanswered;

	private @Nullable Instant endedAt;

	@Enumerated(EnumType.STRING)
	private @Nullable Ending ending;

	@SuppressWarnings("NullAway.Init")
	protected WaitingEntry() {
	}

	/**
	 * Puts somebody at the end of the order.
	 * @param patient who waits, with a way to tell them
	 * @param home where they live
	 * @param wish what they wait for
	 * @param locale the language of their messages
	 * @param now the present
	 * @param lasts how long they wait without saying so again
	 */
	WaitingEntry(Patient patient, Commune home, WaitingWish wish, Locale locale, Instant now, Period lasts) {
		this.patient = patient;
		this.nameKey = patient.nameKey();
		this.position = home.getPosition();
		this.wish = wish;
		this.locale = locale;
		this.joinedAt = now;
		this.expiresAt = later(now, lasts);
	}

	private static Instant later(Instant now, Period lasts) {
		return now.atZone(HalfDay.ZONE).plus(lasts).toInstant();
	}

	/**
	 * Notes what they now wait for, and that they still do. Their place stays, and so
	 * does the way to tell them: whoever only knows a name and a birth date must not
	 * redirect somebody's offers.
	 */
	void renew(Patient again, Commune home, WaitingWish other, Instant now, Period lasts) {
		var known = Objects.requireNonNull(this.patient);
		this.patient = new Patient(known.givenName(), known.familyName(), known.birthDate(), known.phone(),
				known.email(), again.commune(), again.regularDoctor(), known.forRelative());
		this.position = home.getPosition();
		this.wish = other;
		this.unanswered = 0;
		this.expiresAt = later(now, lasts);
	}

	/** Notes an offer of that day. */
	void offeredOn(LocalDate day) {
		this.offeredOn = day;
	}

	/** Notes that they answer. */
	void answered() {
		this.unanswered = 0;
	}

	/** Takes them out of the order; what is known of them stays for a few days. */
	void end(Ending why, Instant now) {
		if (isWaiting()) {
			this.endedAt = now;
			this.ending = why;
		}
	}

	/**
	 * Puts them in the order again: at the end, or where they were when they had only
	 * waited for too long.
	 */
	void resume(Instant now, Period lasts) {
		this.joinedAt = (this.ending == Ending.EXPIRED) ? this.joinedAt : now;
		this.expiresAt = later(now, lasts);
		this.unanswered = 0;
		this.endedAt = null;
		this.ending = null;
	}

	/** Forgets who it was; that somebody waited stays for the figures. */
	void forget() {
		this.patient = null;
		this.nameKey = null;
		this.position = null;
	}

	public boolean isWaiting() {
		return this.endedAt == null;
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	/**
	 * Who waits.
	 * @return null once forgotten
	 */
	public @Nullable Patient getPatient() {
		return this.patient;
	}

	@Nullable GeoPoint getPosition() {
		return this.position;
	}

	public WaitingWish getWish() {
		return this.wish;
	}

	public Locale getLocale() {
		return this.locale;
	}

	public Instant getJoinedAt() {
		return this.joinedAt;
	}

	/**
	 * Until when they wait without saying so again.
	 * @return an instant
	 */
	public Instant getExpiresAt() {
		return this.expiresAt;
	}

	/**
	 * Why they wait no more.
	 * @return null as long as they wait
	 */
	public @Nullable Ending getEnding() {
		return this.ending;
	}

}
