package fr.medecinproche.site;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import fr.medecinproche.account.PhoneNumber;
import fr.medecinproche.site.SiteRefusedException.Reason;
import fr.medecinproche.territory.Commune;
import fr.medecinproche.territory.GeoPoint;
import fr.medecinproche.territory.Intercommunalite;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * Where volunteers consult: a place in a commune of a priority intercommunalité.
 */
@Entity
public class ConsultationSite {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(updatable = false)
	private String slug;

	private String nom;

	@Enumerated(EnumType.STRING)
	private SiteKind kind;

	@Enumerated(EnumType.STRING)
	private SiteStatus status;

	private Instant statusSince;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "zone")
	private Intercommunalite zone;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "commune")
	private Commune commune;

	private String address;

	private String postalCode;

	@Embedded
	private GeoPoint position;

	private short rooms;

	@Embedded
	@AttributeOverride(name = "e164", column = @Column(name = "phone"))
	private PhoneNumber phone;

	private boolean stepFree;

	private boolean secretary;

	private boolean lodging;

	@ElementCollection
	@CollectionTable(name = "consultation_site_equipment", joinColumns = @JoinColumn(name = "site_id"))
	@Column(name = "equipment")
	@Enumerated(EnumType.STRING)
	private Set<Equipment> equipment = EnumSet.noneOf(Equipment.class);

	@Embedded
	private ConsultationHours hours;

	@Embedded
	private BookingRules bookingRules = BookingRules.USUAL;

	private @Nullable String software;

	@Embedded
	private @Nullable HowToCome howToCome;

	private @Nullable String welcomeNotes;

	@Column(updatable = false)
	private boolean demo;

	@Column(updatable = false)
	private Instant createdAt;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected ConsultationSite() {
	}

	/**
	 * A site in preparation.
	 * @param slug its public address, unique
	 * @param description all the rest
	 * @param demo whether it was invented for a demonstration
	 * @param clock tells when it was created
	 * @throws SiteRefusedException when its commune is in no priority zone, or its hours
	 * are out of order
	 */
	public ConsultationSite(String slug, SiteDescription description, boolean demo, Clock clock) {
		this(slug, description, SiteStatus.PREPARING, demo, clock);
	}

	@SuppressWarnings("NullAway.Init")
	private ConsultationSite(String slug, SiteDescription description, SiteStatus status, boolean demo, Clock clock) {
		this.slug = slug;
		this.status = status;
		this.demo = demo;
		this.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
		this.statusSince = this.createdAt;
		describe(description);
	}

	/**
	 * A site that is known of: somebody proposed it, nobody prepares it yet.
	 * @param slug its public address, unique
	 * @param description all the rest
	 * @param clock tells when it was created
	 * @return the site
	 * @throws SiteRefusedException as the constructor
	 */
	static ConsultationSite identified(String slug, SiteDescription description, Clock clock) {
		return new ConsultationSite(slug, description, SiteStatus.IDENTIFIED, false, clock);
	}

	/**
	 * Says anew what the site is. Half-days opened earlier keep their hours.
	 * @param description all that is said of it
	 * @throws SiteRefusedException when its commune is in no priority zone, or its hours
	 * are out of order
	 */
	public final void describe(SiteDescription description) {
		var within = description.commune().getZone();
		if (within == null || !within.isPriority()) {
			throw new SiteRefusedException(Reason.OUTSIDE_PRIORITY_ZONE);
		}
		if (!description.hours().inOrder()) {
			throw new SiteRefusedException(Reason.HOURS_OUT_OF_ORDER);
		}
		this.nom = description.nom();
		this.kind = description.kind();
		this.commune = description.commune();
		this.zone = within;
		this.address = description.address();
		this.postalCode = description.postalCode();
		this.position = description.position();
		this.rooms = (short) description.rooms();
		this.phone = description.phone();
		this.stepFree = description.stepFree();
		this.secretary = description.secretary();
		this.lodging = description.lodging();
		this.equipment.clear();
		this.equipment.addAll(description.equipment());
		this.hours = description.hours();
		this.software = description.software();
		this.howToCome = description.howToCome();
		this.welcomeNotes = description.welcomeNotes();
	}

	/**
	 * All that is said of the site.
	 * @return what {@link #describe} was given last; its equipment is loaded
	 */
	public SiteDescription getDescription() {
		return new SiteDescription(this.nom, this.kind, this.address, this.postalCode, this.commune, this.position,
				this.rooms, this.phone, this.stepFree, this.secretary, this.lodging, getEquipment(), this.hours,
				this.software, getHowToCome(), this.welcomeNotes);
	}

	/**
	 * Decides how its times are booked; holds and appointments there are stay.
	 * @param rules how many times are kept for whom, and until when patients change
	 * theirs
	 */
	public void bookBy(BookingRules rules) {
		this.bookingRules = rules;
	}

	/**
	 * Moves along by one step. Where doctors may come is the database's to check too.
	 * @param next where the site will stand
	 * @param clock tells since when
	 * @throws SiteRefusedException when no step leads there
	 */
	void moveTo(SiteStatus next, Clock clock) {
		if (!this.status.leadsTo(next)) {
			throw new SiteRefusedException(refusal(next), 0);
		}
		this.status = next;
		this.statusSince = clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private Reason refusal(SiteStatus next) {
		if (this.status == SiteStatus.CLOSED) {
			return Reason.CLOSED_FOR_GOOD;
		}
		if (next == SiteStatus.SUSPENDED) {
			return Reason.NOT_OPEN;
		}
		return (next == SiteStatus.OPEN && this.status.isBeforeOpening()) ? Reason.NOT_READY : Reason.NO_SUCH_MOVE;
	}

	public long getId() {
		return Objects.requireNonNull(this.id, "not stored yet");
	}

	public String getSlug() {
		return this.slug;
	}

	public String getNom() {
		return this.nom;
	}

	public SiteKind getKind() {
		return this.kind;
	}

	public SiteStatus getStatus() {
		return this.status;
	}

	/**
	 * Since when the site stands where it stands.
	 * @return the instant of its latest move
	 */
	public Instant getStatusSince() {
		return this.statusSince;
	}

	/**
	 * Whether it stands elsewhere each day, at a stop of its own for each half-day.
	 * @return true for a « médicobus »
	 */
	public boolean isItinerant() {
		return this.kind == SiteKind.MEDICOBUS;
	}

	/**
	 * Where it stands; an itinerant site's home.
	 * @return its address
	 */
	public Place getPlace() {
		return new Place(this.address, this.postalCode, this.commune.getInsee(), this.commune.getNom(), this.position);
	}

	public Intercommunalite getZone() {
		return this.zone;
	}

	public Commune getCommune() {
		return this.commune;
	}

	public String getAddress() {
		return this.address;
	}

	public String getPostalCode() {
		return this.postalCode;
	}

	public GeoPoint getPosition() {
		return this.position;
	}

	/**
	 * Whether somebody said where exactly it stands; otherwise it is drawn in the middle
	 * of its commune, perhaps kilometres away.
	 * @return {@code true} if directions may lead to its position
	 */
	public boolean isLocated() {
		return !this.position.equals(this.commune.getPosition());
	}

	public int getRooms() {
		return this.rooms;
	}

	public PhoneNumber getPhone() {
		return this.phone;
	}

	public boolean isStepFree() {
		return this.stepFree;
	}

	public boolean hasSecretary() {
		return this.secretary;
	}

	public boolean hasLodging() {
		return this.lodging;
	}

	/**
	 * What a doctor finds in the room; loaded when first read.
	 * @return never null
	 */
	public Set<Equipment> getEquipment() {
		return Set.copyOf(this.equipment);
	}

	public ConsultationHours getHours() {
		return this.hours;
	}

	public BookingRules getBookingRules() {
		return this.bookingRules;
	}

	public @Nullable String getSoftware() {
		return this.software;
	}

	/**
	 * What patients read to get there.
	 * @return never null, though all of it may be unsaid
	 */
	public HowToCome getHowToCome() {
		return (this.howToCome != null) ? this.howToCome : HowToCome.UNSAID;
	}

	public @Nullable String getAccessNotes() {
		return getHowToCome().accessNotes();
	}

	public @Nullable String getWelcomeNotes() {
		return this.welcomeNotes;
	}

	public boolean isDemo() {
		return this.demo;
	}

	public int getVersion() {
		return this.version;
	}

}
