package fr.medecinproche.territory;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A commune of the region, a neighbour within sixty kilometres of a zone, or a member of
 * a zone that agents brought. Only {@link fr.medecinproche.territory.zoning} writes it.
 */
@Entity
@Immutable
// codes of a fixed length are not found when several are asked for at once
@BatchSize(size = 1)
public class Commune {

	@Id
	@Column(length = 5)
	@JdbcTypeCode(SqlTypes.CHAR)
	private String insee;

	@Column(length = 80)
	private String nom;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "departement")
	private Departement departement;

	private @Nullable Integer population;

	@Embedded
	private GeoPoint position;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "zone")
	private @Nullable Intercommunalite zone;

	@Column(length = 200)
	private String postalCodes;

	protected Commune() {
	}

	/**
	 * The INSEE code, by which zone membership goes.
	 * @return five characters
	 */
	public String getInsee() {
		return this.insee;
	}

	public String getNom() {
		return this.nom;
	}

	public Departement getDepartement() {
		return this.departement;
	}

	/**
	 * Its inhabitants, "population municipale" of the latest census.
	 * @return inhabitants, or {@code null} if unknown
	 */
	public @Nullable Integer getPopulation() {
		return this.population;
	}

	/**
	 * The middle of its territory, which in the mountains may be kilometres away from the
	 * village.
	 * @return the point distances are counted from
	 */
	public GeoPoint getPosition() {
		return this.position;
	}

	/**
	 * The priority intercommunalité it belongs to.
	 * @return the zone, or {@code null} if it is in none
	 */
	public @Nullable Intercommunalite getZone() {
		return this.zone;
	}

	/**
	 * Its postal codes, of which it may share some with other communes.
	 * @return at least one code of five digits
	 */
	public List<String> getPostalCodes() {
		return List.of(this.postalCodes.split(";"));
	}

	/**
	 * What tells it from every other commune, in the words {@link CommuneSearch}
	 * understands.
	 * @return such as "Plaisance (Gers) – 32160"
	 */
	public String getLabel() {
		return CommuneMatch.label(getNom(), getDepartement().getNom(), getPostalCodes());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Commune commune && getInsee().equals(commune.getInsee());
	}

	@Override
	public int hashCode() {
		return getInsee().hashCode();
	}

	@Override
	public String toString() {
		return getNom() + " (" + getInsee() + ")";
	}

}
