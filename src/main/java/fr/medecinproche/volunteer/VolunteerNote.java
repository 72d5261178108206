package fr.medecinproche.volunteer;

import java.time.Clock;
import java.time.Instant;

import fr.medecinproche.account.Account;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * What an agent tells the others of a doctor. It is not edited; it may be withdrawn, and
 * then says by whom. Doctors see it only when they ask for their data.
 */
@Entity
public class VolunteerNote {

	/** The longest note. */
	public static final int LENGTH = 1000;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(updatable = false)
	private long volunteerId;

	@Column(updatable = false)
	private String text;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "written_by", updatable = false)
	private Account writtenBy;

	@Column(updatable = false)
	private Instant writtenAt;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "withdrawn_by")
	private @Nullable Account withdrawnBy;

	private @Nullable Instant withdrawnAt;

	@SuppressWarnings("NullAway.Init")
	protected VolunteerNote() {
	}

	/**
	 * Writes a note.
	 * @param volunteerId on whom
	 * @param text one to {@value #LENGTH} characters
	 * @param author who writes
	 * @param clock tells when
	 */
	VolunteerNote(long volunteerId, String text, Account author, Clock clock) {
		if (text.isBlank() || text.strip().length() > LENGTH) {
			throw new IllegalArgumentException("a note of 1 to " + LENGTH);
		}
		this.volunteerId = volunteerId;
		this.text = text.strip();
		this.writtenBy = author;
		this.writtenAt = clock.instant();
	}

	/**
	 * Withdraws the note.
	 * @param by who does
	 * @param clock tells when
	 * @return false when it was withdrawn already: the first time counts
	 */
	boolean withdraw(Account by, Clock clock) {
		if (this.withdrawnAt != null) {
			return false;
		}
		this.withdrawnBy = by;
		this.withdrawnAt = clock.instant();
		return true;
	}

}
