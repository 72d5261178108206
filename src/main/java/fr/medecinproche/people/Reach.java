package fr.medecinproche.people;

import java.util.HashMap;
import java.util.Map;

import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom somebody may invite, suspend or move. An administrator: everybody. An agent: the
 * hosts of sites within their perimeter, and agents of a strictly narrower one. Nobody
 * gives as much as they have: an account that has fallen into the wrong hands makes no
 * second one like itself, which would outlive its suspension.
 */
@Component
class Reach {

	/**
	 * For rows {@code x} with a role, a perimeter and the sites of a host: one of them is
	 * enough to suspend their host, and to entrust them another, not to take all away.
	 */
	static final String WITHIN = """
			(:admin or (x.role = 'HOST' and x.sites <> '{}' and (cast(:mine as text) is null or exists (
			    select from consultation_site s join intercommunalite_departement z on z.siren = s.zone
			    where s.id = any (x.sites) and z.departement in
			      (select departement from perimeter_departement where perimeter = cast(:mine as text)))))
			  or (x.role = 'AGENT' and x.perimeter is not null and (cast(:mine as text) is null
			    or (x.perimeter <> cast(:mine as text) and x.perimeter in
			      (select departement from perimeter_departement where perimeter = cast(:mine as text))))))
			""";

	private final JdbcClient jdbc;

	Reach(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether somebody may give so much.
	 * @param actor who would
	 * @param role to be given
	 * @param perimeter what an agent would see, null for everything
	 * @param siteId where a host would be
	 * @return true when it is within their reach
	 */
	boolean covers(SignedIn actor, Role role, @Nullable String perimeter, @Nullable Long siteId) {
		return this.jdbc
			.sql("select exists (select from (values (cast(:role as text), cast(:perimeter as text), "
					+ "array_remove(array[cast(:site as bigint)], null))) x (role, perimeter, sites) where " + WITHIN
					+ " and (x.perimeter is null or x.perimeter in (select perimeter from perimeter_departement)))")
			.params(of(actor))
			.param("role", role.name())
			.param("perimeter", perimeter)
			.param("site", siteId)
			.query(Boolean.class)
			.single();
	}

	/** What {@link #WITHIN} asks for. */
	static Map<String, @Nullable Object> of(SignedIn actor) {
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("admin", actor.role() == Role.ADMIN);
		parameters.put("mine", actor.perimeter());
		return parameters;
	}

}
