package fr.medecinproche.volunteer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.territory.Commune;
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

	@Embedded
	private DoctorName name;

	private Rpps rpps;

	@Embedded
	@AttributeOverride(name = "e164", column = @Column(name = "mobile"))
	private @Nullable PhoneNumber mobile;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "commune")
	private Commune commune;

	@Enumerated(EnumType.STRING)
	private Practice practice;

	@Enumerated(EnumType.STRING)
	private Secteur secteur;

	@Embedded
	private FilePosition file;

	@Embedded
	private @Nullable CpsCard cpsCard;

	@Embedded
	private @Nullable BillingNumber billingNumber;

	@Embedded
	private Preferences preferences = Preferences.NONE;

	@Embedded
	private Availability availability = Availability.ANY;

	@Column(updatable = false)
	private Instant submittedAt;

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
		describe(application);
		this.file = FilePosition.submitted(LocalDate.now(clock));
		this.submittedAt = clock.instant();
	}

	/**
	 * A doctor the agency has known since before. Their file begins where it stands.
	 * @param account who will sign in
	 * @param application what the agency knows of the doctor
	 * @param known where the file stands
	 * @param clock tells when it is recorded
	 */
	Volunteer(Account account, VolunteerApplication application, KnownFile known, Clock clock) {
		this(account, application, clock);
		this.file = FilePosition.submitted(known.since());
	}

	/**
	 * Notes where the file of a doctor known since before stands.
	 * @param known what the agency says of it
	 * @param agent who says so
	 * @return the steps to keep: an application of that day, and where it has led
	 */
	List<FileStep> takeOver(KnownFile known, FileAuthor agent) {
		var steps = new ArrayList<FileStep>();
		steps.add(new FileStep(getId(), null, this.file, agent, null, this.submittedAt).knownBefore());
		if (known.status() != FileStatus.SUBMITTED) {
			var before = this.file;
			this.file = before.known(known);
			steps.add(new FileStep(getId(), before, this.file, agent, null, this.submittedAt).knownBefore());
		}
		return List.copyOf(steps);
	}

	/**
	 * Puts right what was said of the doctor.
	 * @param application what is true
	 */
	void correct(VolunteerApplication application) {
		describe(application);
		this.account.rename(this.name.title());
	}

	private void describe(VolunteerApplication application) {
		this.name = application.name();
		this.rpps = application.rpps();
		this.mobile = application.mobile();
		this.commune = application.commune();
		this.practice = application.practice();
		this.secteur = application.secteur();
	}

	/**
	 * Notes the application as the first step of the file.
	 * @return the step to keep
	 */
	FileStep submitted() {
		return new FileStep(getId(), null, this.file, FileAuthor.doctor(this.account.id()), null, this.submittedAt);
	}

	/**
	 * Moves the file by one step.
	 * @param move where to, and when
	 * @param author who says so
	 * @param clock tells when it is recorded
	 * @return the step to keep
	 * @throws FileRefusedException when the step is not one from here, not the author's
	 * to record, not explained, in the future or before the last one
	 */
	FileStep moveOn(FileMove move, FileAuthor author, Clock clock) {
		var before = this.file;
		this.file = before.after(move, author, LocalDate.now(clock));
		return new FileStep(getId(), before, this.file, author, move.note(), clock.instant());
	}

	/**
	 * Notes where the new CPS card stands.
	 * @param card when it was asked for, and when it came
	 * @param clock tells the day
	 * @throws FileRefusedException when the days make no sense
	 */
	void noteCpsCard(CpsCard card, Clock clock) {
		this.cpsCard = card.checkedOn(LocalDate.now(clock));
	}

	/**
	 * Notes the number the doctor bills under.
	 * @param number nine digits, or null when what was noted was wrong
	 */
	void billUnder(@Nullable BillingNumber number) {
		this.billingNumber = number;
	}

	/**
	 * Forgets a doctor who has left for good.
	 * @param owed whether half-days they held prove what is owed to them: their name and
	 * their numbers then stay on it
	 */
	void forget(boolean owed) {
		this.mobile = null;
		if (!owed) {
			this.name = DoctorName.FORGOTTEN;
			this.rpps = Rpps.ofNobody(getId());
			this.billingNumber = null;
		}
	}

	/**
	 * Says what patients may expect.
	 * @param preferences what the doctor ticked
	 */
	void prefer(Preferences preferences) {
		this.preferences = preferences;
	}

	/**
	 * Says when and how far the doctor usually comes.
	 * @param availability what the doctor ticked
	 */
	void comeWithin(Availability availability) {
		this.availability = availability;
	}

	public boolean isActive() {
		return this.file.status() == FileStatus.ACTIVE;
	}

	/**
	 * How patients and sites call the doctor.
	 * @return such as « Dr Aline Roux »
	 */
	public String getTitle() {
		return this.name.title();
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public Account getAccount() {
		return this.account;
	}

	public String getGivenName() {
		return this.name.givenName();
	}

	public String getFamilyName() {
		return this.name.familyName();
	}

	public Rpps getRpps() {
		return this.rpps;
	}

	/**
	 * Where the agency and sites reach the doctor.
	 * @return null when the agency's list did not say it, and for who has left
	 */
	public @Nullable PhoneNumber getMobile() {
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
		return this.file.status();
	}

	/**
	 * Where the file stands.
	 * @return its status, the number of its last step and since when
	 */
	public FilePosition getFile() {
		return this.file;
	}

	public CpsCard getCpsCard() {
		return Objects.requireNonNullElse(this.cpsCard, CpsCard.NOT_ASKED);
	}

	/**
	 * The number the doctor bills under.
	 * @return null as long as nobody has noted one
	 */
	public @Nullable BillingNumber getBillingNumber() {
		return this.billingNumber;
	}

	public Preferences getPreferences() {
		return this.preferences;
	}

	public Availability getAvailability() {
		return this.availability;
	}

	public Instant getSubmittedAt() {
		return this.submittedAt;
	}

}
