package fr.medecinproche.matching;

import java.time.Instant;
import java.util.Objects;

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
 * A doctor asked to come instead of another. Whoever changes it has locked the half-day.
 */
@Entity
public class StandInInvitation {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "request_id", updatable = false)
	private StandInRequest request;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "volunteer_id", updatable = false)
	private Volunteer volunteer;

	@Enumerated(EnumType.STRING)
	@Column(updatable = false)
	private StandInReason reason;

	@Column(updatable = false)
	private double km;

	@Column(updatable = false)
	private String secretHash;

	@Column(updatable = false)
	private Instant sentAt;

	@Enumerated(EnumType.STRING)
	private Answer answer;

	private @Nullable Instant answeredAt;

	@SuppressWarnings("NullAway.Init")
	protected StandInInvitation() {
	}

	/**
	 * Invites a doctor.
	 * @param request an open search
	 * @param volunteer the doctor
	 * @param candidate why, and how far the doctor has to come
	 * @param secret of the link that answers
	 * @param now the present
	 */
	StandInInvitation(StandInRequest request, Volunteer volunteer, Candidate candidate, Secret secret, Instant now) {
		this.request = request;
		this.volunteer = volunteer;
		this.reason = candidate.reason();
		this.km = candidate.km();
		this.secretHash = secret.hash();
		this.sentAt = now;
		this.answer = Answer.OPEN;
	}

	void accept(Instant now) {
		answer(Answer.ACCEPTED, now);
	}

	void decline(Instant now) {
		answer(Answer.DECLINED, now);
	}

	private void answer(Answer what, Instant now) {
		this.answer = what;
		this.answeredAt = now;
	}

	/**
	 * Where the doctor stands.
	 * @param now the present
	 * @return what the answer can still be, or what became of the search
	 */
	public InvitationState stateAt(Instant now) {
		var state = InvitationState.of(this.answer, this.request.getOutcome(),
				now.isBefore(this.request.getDeadline()));
		return (state == InvitationState.YOURS && !this.request.getSlot().isTakenBy(this.volunteer.getId()))
				? InvitationState.GIVEN_UP : state;
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public StandInRequest getRequest() {
		return this.request;
	}

	public Volunteer getVolunteer() {
		return this.volunteer;
	}

	public StandInReason getReason() {
		return this.reason;
	}

	public double getKm() {
		return this.km;
	}

	public Answer getAnswer() {
		return this.answer;
	}

}
