package fr.medecinproche.volunteer;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.FoldedName;
import fr.medecinproche.volunteer.FileRefusedException.Reason;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A doctor who gives half-days, and their file from application to decision.
 */
@Entity
public class Volunteer {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@OneToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "account_id", updatable = false)
	private Account account;

	private String givenName;

	private String familyName;

	/** Both names in the spelling that searches use. */
	private String folded;

	@Column(updatable = false)
	private Rpps rpps;

	@Embedded
	@AttributeOverride(name = "e164", column = @Column(name = "mobile"))
	private PhoneNumber mobile;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "commune")
	private Commune commune;

	@Enumerated(EnumType.STRING)
	private Practice practice;

	@Enumerated(EnumType.STRING)
	private Secteur secteur;

	@Enumerated(EnumType.STRING)
	private FileStatus fileStatus;

	private @Nullable String refusalReason;

	private boolean acceptsRegularPatients;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.ARRAY)
	private Set<SpokenLanguage> languages = EnumSet.noneOf(SpokenLanguage.class);

	private short consultationMinutes = Preferences.USUAL_MINUTES;

	@Embedded
	private Availability availability = Availability.ANY;

	@Column(updatable = false)
	private Instant submittedAt;

	private @Nullable Instant decidedAt;

	@Column(name = "decided_by")
	private @Nullable Long decidedBy;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected Volunteer() {
	}

	/**
	 * A doctor whose file waits for a decision.
	 * @param account who signs in
	 * @param application what the doctor said
	 * @param clock tells when
	 */
	Volunteer(Account account, VolunteerApplication application, Clock clock) {
		this.account = account;
		this.givenName = application.givenName();
		this.familyName = application.familyName();
		this.folded = FoldedName.of(this.givenName + " " + this.familyName).value();
		this.rpps = application.rpps();
		this.mobile = application.mobile();
		this.commune = application.commune();
		this.practice = application.practice();
		this.secteur = application.secteur();
		this.fileStatus = FileStatus.SUBMITTED;
		this.submittedAt = clock.instant();
	}

	/**
	 * Completes the file: from now on half-days may be taken.
	 * @param agentId who decides
	 * @param clock tells when
	 * @throws FileRefusedException when the file does not wait for a decision
	 */
	void accept(long agentId, Clock clock) {
		decide(FileStatus.ACTIVE, agentId, clock);
	}

	/**
	 * Refuses the file.
	 * @param reason what the doctor reads
	 * @param agentId who decides
	 * @param clock tells when
	 * @throws FileRefusedException when the file does not wait for a decision
	 */
	void refuse(String reason, long agentId, Clock clock) {
		decide(FileStatus.REFUSED, agentId, clock);
		this.refusalReason = reason;
	}

	private void decide(FileStatus decision, long agentId, Clock clock) {
		if (this.fileStatus != FileStatus.SUBMITTED) {
			throw new FileRefusedException(Reason.ALREADY_DECIDED);
		}
		this.fileStatus = decision;
		this.decidedBy = agentId;
		this.decidedAt = clock.instant();
	}

	/**
	 * Says what patients may expect.
	 * @param preferences what the doctor ticked
	 */
	void prefer(Preferences preferences) {
		this.acceptsRegularPatients = preferences.acceptsRegularPatients();
		this.languages = preferences.languages();
		this.consultationMinutes = (short) preferences.consultationMinutes();
	}

	/**
	 * Says when and how far the doctor usually comes.
	 * @param availability what the doctor ticked
	 */
	void comeWithin(Availability availability) {
		this.availability = availability;
	}

	public boolean isActive() {
		return this.fileStatus == FileStatus.ACTIVE;
	}

	/**
	 * How patients and sites call the doctor.
	 * @return such as « Dr Aline Roux »
	 */
	public String getTitle() {
		return "Dr " + this.givenName + " " + this.familyName;
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public Account getAccount() {
		return this.account;
	}

	public String getGivenName() {
		return this.givenName;
	}

	public String getFamilyName() {
		return this.familyName;
	}

	public Rpps getRpps() {
		return this.rpps;
	}

	public PhoneNumber getMobile() {
		return this.mobile;
	}

	public Commune getCommune() {
		return this.commune;
	}

	public Practice getPractice() {
		return this.practice;
	}

	public Secteur getSecteur() {
		return this.secteur;
	}

	public FileStatus getFileStatus() {
		return this.fileStatus;
	}

	public @Nullable String getRefusalReason() {
		return this.refusalReason;
	}

	public Preferences getPreferences() {
		return new Preferences(this.acceptsRegularPatients, this.languages, this.consultationMinutes);
	}

	public Availability getAvailability() {
		return this.availability;
	}

	public Instant getSubmittedAt() {
		return this.submittedAt;
	}

	public @Nullable Instant getDecidedAt() {
		return this.decidedAt;
	}

}
