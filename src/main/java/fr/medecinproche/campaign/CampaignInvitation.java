package fr.medecinproche.campaign;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.Secret;
import fr.medecinproche.volunteer.Volunteer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a call goes to: a doctor we know, or an address of a list. The rows are made
 * by {@link CampaignAudience}.
 */
@Entity
public class CampaignInvitation {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "campaign_id", updatable = false)
	private Campaign campaign;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "volunteer_id", updatable = false)
	private @Nullable Volunteer volunteer;

	@Column(updatable = false)
	private @Nullable String email;

	@Column(updatable = false)
	private @Nullable String emailHash;

	@Enumerated(EnumType.STRING)
	@Column(updatable = false)
	private Audience audience;

	@Column(updatable = false)
	private @Nullable Double km;

	private @Nullable String secretHash;

	private @Nullable Instant writtenAt;

	private @Nullable Instant restUntil;

	private @Nullable Short place;

	private @Nullable Instant countsUntil;

	@Enumerated(EnumType.STRING)
	private CallAnswer answer;

	private @Nullable Instant answeredAt;

	@SuppressWarnings("NullAway.Init")
	protected CampaignInvitation() {
	}

	/**
	 * Writes to them.
	 * @param secret of the link that answers
	 * @param now the present
	 * @param settings which say until when they are left in peace
	 * @param place which of the few calls it is that they may get
	 */
	void write(Secret secret, Instant now, CampaignSettings settings, short place) {
		this.secretHash = secret.hash();
		this.writtenAt = now;
		this.restUntil = settings.restUntil(now);
		this.place = place;
		this.countsUntil = settings.countsUntil(now);
	}

	/**
	 * Notes what they say.
	 * @param what the answer
	 * @param now the present
	 */
	void answer(CallAnswer what, Instant now) {
		this.answer = what;
		this.answeredAt = now;
	}

	/**
	 * Where they are written to.
	 * @return null once forgotten
	 */
	public @Nullable String address() {
		return (this.volunteer != null) ? this.volunteer.getAccount().email().value() : this.email;
	}

	/**
	 * The language they are written to in.
	 * @return that of the account, French for an address of a list
	 */
	public Locale locale() {
		return (this.volunteer != null) ? this.volunteer.getAccount().locale() : Locale.FRENCH;
	}

	/** The account of a doctor we know. */
	public @Nullable Account account() {
		return (this.volunteer != null) ? this.volunteer.getAccount() : null;
	}

	/** Whether half-days can be theirs at once. */
	public boolean mayTake() {
		return this.volunteer != null && this.volunteer.isActive();
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public Campaign getCampaign() {
		return this.campaign;
	}

	public @Nullable Volunteer getVolunteer() {
		return this.volunteer;
	}

	public Audience getAudience() {
		return this.audience;
	}

	/**
	 * How far the nearest site of the call is.
	 * @return kilometres from where the doctor practises; null for an address of a list
	 */
	public @Nullable Double getKm() {
		return this.km;
	}

	public CallAnswer getAnswer() {
		return this.answer;
	}

}
