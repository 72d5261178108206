package fr.medecinproche.site;

import java.util.EnumSet;
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
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of a site, which agents say anew as a whole. What becomes of the site
 * is in {@link ConsultationSite}.
 */
@MappedSuperclass
public abstract class DescribedSite {

	private String nom;

	@Enumerated(EnumType.STRING)
	private SiteKind kind;

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

	private @Nullable String software;

	@Embedded
	private @Nullable HowToCome howToCome;

	private @Nullable String welcomeNotes;

	@SuppressWarnings("NullAway.Init")
	protected DescribedSite() {
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

	public String getNom() {
		return this.nom;
	}

	public SiteKind getKind() {
		return this.kind;
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

}
