package fr.medecinproche.territory;

import java.util.regex.Pattern;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A department: one of the scheme, or a neighbour whose patients may cross the border. A
 * neighbour becomes one of the scheme when agents add a zone in it.
 */
@Entity
@Immutable
public class Departement {

	private static final Pattern CODE = Pattern.compile("\\d{2,3}|2[AB]");

	@Id
	@Column(length = 3)
	private String code;

	@Column(length = 60)
	private String nom;

	private boolean inRegion;

	@Formula("(select r.region from region_departement r where r.departement = code)")
	private String region;

	protected Departement() {
	}

	/**
	 * Whether something somebody asks for may be a code, so that it is worth a look.
	 * @param code what they ask for, if anything
	 * @return {@code true} for two or three digits, {@code 2A} and {@code 2B}
	 */
	public static boolean isCode(@Nullable String code) {
		return code != null && CODE.matcher(code).matches();
	}

	/**
	 * The official code.
	 * @return two or three characters, such as {@code 32} or {@code 2A}
	 */
	public String getCode() {
		return this.code;
	}

	public String getNom() {
		return this.nom;
	}

	/**
	 * Whether it is a department of the scheme.
	 * @return {@code false} for a neighbour without any zone
	 */
	public boolean isInRegion() {
		return this.inRegion;
	}

	/**
	 * The region it belongs to.
	 * @return its code, such as "R76"
	 */
	public String getRegion() {
		return this.region;
	}

	/**
	 * Whether an agent sees it.
	 * @param perimeter what the agent's sight is narrowed to: a region, a department, or
	 * {@code null} for everything
	 * @return whether it lies within
	 */
	public boolean isWithin(@Nullable String perimeter) {
		return perimeter == null || perimeter.equals(getCode()) || perimeter.equals(getRegion());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Departement departement && getCode().equals(departement.getCode());
	}

	@Override
	public int hashCode() {
		return getCode().hashCode();
	}

	@Override
	public String toString() {
		return getNom() + " (" + getCode() + ")";
	}

}
