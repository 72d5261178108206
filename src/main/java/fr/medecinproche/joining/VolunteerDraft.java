package fr.medecinproche.joining;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

import fr.medecinproche.joining.DraftRefusedException.Reason;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.volunteer.ApplicationAnswers;
import fr.medecinproche.volunteer.ApplicationWishes;
import fr.medecinproche.volunteer.Registration;
import fr.medecinproche.volunteer.VolunteerApplication;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * An application that is not sent yet. Each step writes its own part; whoever comes back
 * finds the others as they were. It ends some weeks after the last step that was done.
 */
@Entity
public class VolunteerDraft {

	private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Embedded
	private @Nullable DraftIdentity identity;

	@Embedded
	private @Nullable DraftPractice practice;

	@Embedded
	private @Nullable ApplicationWishes wishes;

	@Column(updatable = false)
	private Locale locale;

	@Column(updatable = false)
	private Instant startedAt;

	private Instant touchedAt;

	private Instant expiresAt;

	private short reminders;

	private @Nullable Instant remindedAt;

	private @Nullable Instant sentAt;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected VolunteerDraft() {
	}

	VolunteerDraft(DraftIdentity identity, Locale locale, Instant now, TemporalAmount lasts) {
		this.locale = locale;
		this.startedAt = now.truncatedTo(ChronoUnit.MICROS);
		this.identity = identity;
		this.touchedAt = now;
		this.expiresAt = after(now, lasts);
	}

	void identify(DraftIdentity identity, Instant now, TemporalAmount lasts) {
		this.identity = identity;
		touch(now, lasts);
	}

	void practise(DraftPractice practice, Instant now, TemporalAmount lasts) {
		this.practice = practice;
		touch(now, lasts);
	}

	void wish(ApplicationWishes wishes, Instant now, TemporalAmount lasts) {
		this.wishes = wishes;
		touch(now, lasts);
	}

	void touch(Instant now, TemporalAmount lasts) {
		this.touchedAt = now;
		this.expiresAt = after(now, lasts);
	}

	private static Instant after(Instant now, TemporalAmount lasts) {
		return now.atZone(ZONE).plus(lasts).toInstant();
	}

	void remind(Instant now) {
		this.reminders++;
		this.remindedAt = now;
	}

	/** It is in the file now: nothing personal stays here. */
	void send(Instant now) {
		this.identity = null;
		this.practice = null;
		this.wishes = null;
		this.sentAt = now;
	}

	/**
	 * What is sent.
	 * @param commune where the doctor practises
	 * @param password as typed
	 * @return the account and the file to be
	 * @throws DraftRefusedException when a step is missing
	 */
	Registration registration(Commune commune, String password) {
		if (nextStep() != DraftStep.SENDING) {
			throw new DraftRefusedException(Reason.INCOMPLETE);
		}
		var who = identity();
		var how = Objects.requireNonNull(this.practice);
		var application = new VolunteerApplication(who.givenName(), who.familyName(), who.rpps(), who.phone(), commune,
				how.practice(), how.secteur());
		var answers = new ApplicationAnswers(how.cdom(), how.specialty(), how.fragileZone(), how.insurerInformed(),
				Objects.requireNonNull(this.wishes));
		return new Registration(who.address(), password, this.locale, application, answers);
	}

	/**
	 * The first step that is not done.
	 * @return {@code SENDING} when all are
	 */
	public DraftStep nextStep() {
		if (this.practice == null) {
			return DraftStep.PRACTICE;
		}
		return (this.wishes == null) ? DraftStep.WISHES : DraftStep.SENDING;
	}

	boolean isSent() {
		return this.sentAt != null;
	}

	long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	/** Who applies, as long as it is not sent. */
	public DraftIdentity identity() {
		return Objects.requireNonNull(this.identity, "sent already");
	}

	public @Nullable DraftPractice getPractice() {
		return this.practice;
	}

	public @Nullable ApplicationWishes getWishes() {
		return this.wishes;
	}

	Locale getLocale() {
		return this.locale;
	}

	public Instant getStartedAt() {
		return this.startedAt;
	}

	public Instant getExpiresAt() {
		return this.expiresAt;
	}

}
