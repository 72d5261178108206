package fr.medecinproche.territory;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an agent's sight may be narrowed to: the regions and the departments of France, as
 * INSEE lists them.
 */
@Component
public class Perimeters {

	private final JdbcClient jdbc;

	Perimeters(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One region or department.
	 *
	 * @param code "R76" for a region, "32" for a department
	 * @param nom its name, "Occitanie"
	 * @param region the region it is or belongs to, "R76"
	 */
	public record Perimeter(String code, String nom, String region) {

		/**
		 * Whether it is a whole region.
		 * @return {@code false} for a department
		 */
		public boolean isRegion() {
			return this.code.equals(this.region);
		}

	}

	/**
	 * The region or the department of a code.
	 * @param code any text
	 * @return what it names, if anything
	 */
	public Optional<Perimeter> find(String code) {
		return this.jdbc.sql("""
				select code, nom, code as region from region where code = :code
				union all select departement, nom, region from region_departement where departement = :code""")
			.param("code", code)
			.query(Perimeter.class)
			.optional();
	}

	/**
	 * All of them.
	 * @return each region followed by its departments, by name and by code
	 */
	public List<Perimeter> all() {
		return this.jdbc.sql("""
				select p.code, p.nom, p.region from (
				  select code, nom, code as region from region
				  union all select departement, nom, region from region_departement) p
				join region r on r.code = p.region
				order by r.nom, p.code <> p.region, p.code""").query(Perimeter.class).list();
	}

}
