package fr.medecinproche.volunteer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a file. It is never rewritten.
 */
@Entity
@Immutable
@Table(name = "volunteer_file_step")
public class FileStep {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long volunteerId;

	private short number;

	@Enumerated(EnumType.STRING)
	private @Nullable FileStatus fromStatus;

	private @Nullable LocalDate fromOn;

	@Enumerated(EnumType.STRING)
	private FileStatus toStatus;

	private LocalDate happenedOn;

	private Instant recordedAt;

	@Enumerated(EnumType.STRING)
	private FileAuthor.Kind author;

	@Column(name = "recorded_by")
	private @Nullable Long recordedBy;

	private @Nullable String note;

	private boolean oneDecision;

	private boolean imported;

	@SuppressWarnings("NullAway.Init")
	protected FileStep() {
	}

	/**
	 * What has just happened.
	 * @param volunteerId whose file
	 * @param before where it stood, null for the application itself
	 * @param after where it stands
	 * @param author who says so
	 * @param note what the doctor reads of it, or null
	 * @param now when it is recorded
	 */
	FileStep(long volunteerId, @Nullable FilePosition before, FilePosition after, FileAuthor author,
			@Nullable String note, Instant now) {
		this.volunteerId = volunteerId;
		this.number = after.step();
		this.fromStatus = (before != null) ? before.status() : null;
		this.fromOn = (before != null) ? before.since() : null;
		this.toStatus = after.status();
		this.happenedOn = after.since();
		this.recordedAt = now;
		this.author = author.kind();
		this.recordedBy = author.accountId();
		this.note = note;
	}

	/**
	 * Marks a step nobody saw happen here: the agency has known the doctor since before.
	 * @return the same step
	 */
	FileStep knownBefore() {
		this.imported = true;
		return this;
	}

	/**
	 * Whether this is the record of a move: what a second click asks for is there
	 * already.
	 */
	boolean records(FileMove move, FileAuthor author) {
		return this.toStatus == move.to() && this.happenedOn.equals(move.on()) && this.author == author.kind()
				&& Objects.equals(this.recordedBy, author.accountId());
	}

	public int getNumber() {
		return this.number;
	}

	public @Nullable FileStatus getFrom() {
		return this.fromStatus;
	}

	public FileStatus getTo() {
		return this.toStatus;
	}

	public LocalDate getHappenedOn() {
		return this.happenedOn;
	}

	public Instant getRecordedAt() {
		return this.recordedAt;
	}

	public FileAuthor.Kind getAuthor() {
		return this.author;
	}

	public @Nullable String getNote() {
		return this.note;
	}

	/**
	 * Whether the file was accepted before steps were followed: the days of those in
	 * between are not known.
	 */
	public boolean isOneDecision() {
		return this.oneDecision;
	}

	/**
	 * Whether the step comes from a list of the agency: it says where the file stood when
	 * it was imported, and the days of the steps before it are not known.
	 */
	public boolean isImported() {
		return this.imported;
	}

}
