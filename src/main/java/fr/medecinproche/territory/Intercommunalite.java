package fr.medecinproche.territory;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An intercommunalité of the scheme: a group of communes known by its SIREN number. It
 * comes from the reference files or from a list of agents; only
 * {@link fr.medecinproche.territory.zoning} writes it.
 */
@Entity
@Immutable
public class Intercommunalite {

	@Id
	@Column(length = 9)
	@JdbcTypeCode(SqlTypes.CHAR)
	private String siren;

	@Column(length = 120)
	private String nom;

	@Column(length = 120)
	private String nomArs;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "departement")
	private Departement departement;

	@ManyToMany
	@JoinTable(name = "intercommunalite_departement", joinColumns = @JoinColumn(name = "siren"),
			inverseJoinColumns = @JoinColumn(name = "departement"))
	private Set<Departement> departements;

	private int population;

	private int populationMunicipale;

	@Column(precision = 8, scale = 1)
	private @Nullable BigDecimal surfaceKm2;

	@Embedded
	private @Nullable GeoPoint position;

	@Column(length = 80)
	private @Nullable String seat;

	private @Nullable String populationSource;

	private boolean priority;

	protected Intercommunalite() {
	}

	/**
	 * The identifier of the group.
	 * @return nine digits
	 */
	public String getSiren() {
		return this.siren;
	}

	/**
	 * The official name.
	 * @return such as "CC Bastides et Vallons du Gers"
	 */
	public String getNom() {
		return this.nom;
	}

	/**
	 * The name as the agency prints it.
	 * @return such as "Bastides et vallons du Gers"
	 */
	public String getNomArs() {
		return this.nomArs;
	}

	/**
	 * The department where most of its inhabitants live.
	 * @return its main department
	 */
	public Departement getDepartement() {
		return this.departement;
	}

	/**
	 * Every department it lies in; loaded on first use, inside a transaction.
	 * @return its departments, the main one included, in the order of their codes
	 */
	public List<Departement> getDepartements() {
		return this.departements.stream().sorted(Comparator.comparing(Departement::getCode)).toList();
	}

	/**
	 * Its inhabitants as the agency counts them: "population totale" of the 2021 census.
	 * @return inhabitants
	 */
	public int getPopulation() {
		return this.population;
	}

	/**
	 * Its inhabitants without double counting: "population municipale" of the latest
	 * census.
	 * @return inhabitants
	 */
	public int getPopulationMunicipale() {
		return this.populationMunicipale;
	}

	/**
	 * Where its populations come from.
	 * @return in words, or {@code null} for those of the reference files
	 */
	public @Nullable String getPopulationSource() {
		return this.populationSource;
	}

	/**
	 * How large it is.
	 * @return square kilometres, or {@code null} where no list says
	 */
	public @Nullable BigDecimal getSurfaceKm2() {
		return this.surfaceKm2;
	}

	/**
	 * Where it is.
	 * @return its middle, or {@code null} where no list says
	 */
	public @Nullable GeoPoint getPosition() {
		return this.position;
	}

	/**
	 * The commune of its head office.
	 * @return a name, or {@code null} where no source establishes it
	 */
	public @Nullable String getSeat() {
		return this.seat;
	}

	/**
	 * Whether the scheme applies there today.
	 * @return {@code true} for a priority zone
	 */
	public boolean isPriority() {
		return this.priority;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Intercommunalite zone && getSiren().equals(zone.getSiren());
	}

	@Override
	public int hashCode() {
		return getSiren().hashCode();
	}

	@Override
	public String toString() {
		return getNom() + " (" + getSiren() + ")";
	}

}
