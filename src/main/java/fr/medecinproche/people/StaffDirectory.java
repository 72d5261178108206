package fr.medecinproche.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.web.AskedPage;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those who work here and those who are invited, as far as somebody may act on them;
 * those out of reach are not found.
 */
@Component
@Transactional(readOnly = true)
public class StaffDirectory {

	private static final int PAGE_SIZE = 20;

	private static final String PLACE = """
			coalesce((select string_agg(s.nom || ', ' || c.nom, ' ; ' order by s.nom, s.id) from consultation_site s
			    join commune c on c.insee = s.commune where s.id = any (x.sites)), (select r.nom from region r where r.code = x.perimeter),
			  (select d.nom || ' (' || d.departement || ')' from region_departement d where d.departement = x.perimeter))
			""";

	private static final String STAFF = """
			from (select a.*, h.site_id, array(select p.site_id from site_posting p where p.account_id = a.id) as sites
			  from account a left join site_host h on h.account_id = a.id
			  where a.role <> 'VOLUNTEER' and a.closed_at is null) x where
			""" + Reach.WITHIN;

	private static final String MEMBER = "select x.id, x.email, x.display_name, x.role, x.perimeter, x.site_id, "
			+ PLACE
			+ """
					 as place, (select max(n.tried_at) from sign_in n where n.account_id = x.id and n.succeeded) as last_sign_in,
					  exists (select from second_factor f where f.account_id = x.id) as second_factor, x.suspended_at
					"""
			+ STAFF;

	private static final String FILTER = """
			 and (cast(:q as text) is null or x.display_name ilike cast(:q as text) or x.email ilike cast(:q as text))
			  and (cast(:role as text) is null or x.role = cast(:role as text))
			  and (cast(:suspended as boolean) is null or (x.suspended_at is not null) = cast(:suspended as boolean))
			  and (cast(:perimeter as text) is null or x.perimeter = cast(:perimeter as text)
			    or x.perimeter in (select departement from perimeter_departement where perimeter = cast(:perimeter as text))
			    or exists (select from consultation_site s join intercommunalite_departement z on z.siren = s.zone
			      where s.id = any (x.sites) and z.departement in
			        (select departement from perimeter_departement where perimeter = cast(:perimeter as text))))
			""";

	private static final String WAITING = " from (select i.*, array_remove(array[i.site_id], null) as sites from invitation i) x "
			+ "where x.accepted_at is null and x.withdrawn_at is null and " + Reach.WITHIN;

	private final JdbcClient jdbc;

	private final Clock clock;

	StaffDirectory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Those who work here.
	 * @param filter which of them
	 * @param actor who looks
	 * @param number which page, from 0
	 * @return by name
	 */
	public Page<StaffMember> page(StaffFilter filter, SignedIn actor, int number) {
		var parameters = parameters(filter, actor);
		int total = this.jdbc.sql("select count(*) " + STAFF + FILTER).params(parameters).query(Integer.class).single();
		var page = AskedPage.of(number, total, PAGE_SIZE);
		var rows = this.jdbc.sql(MEMBER + FILTER + " order by x.display_name, x.id limit :limit offset :offset")
			.params(parameters)
			.param("limit", PAGE_SIZE)
			.param("offset", page.getOffset())
			.query(StaffMember.class)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	private static Map<String, @Nullable Object> parameters(StaffFilter filter, SignedIn actor) {
		var parameters = Reach.of(actor);
		parameters.put("q", filter.pattern());
		parameters.put("role", (filter.role() != null) ? filter.role().name() : null);
		parameters.put("perimeter", filter.perimeter());
		parameters.put("suspended", filter.suspended());
		return parameters;
	}

	/**
	 * Somebody who works here.
	 * @param id an account
	 * @param actor who looks
	 * @return empty when it is nobody the actor may act on
	 */
	public Optional<StaffMember> find(long id, SignedIn actor) {
		return this.jdbc.sql(MEMBER + " and x.id = :id")
			.params(Reach.of(actor))
			.param("id", id)
			.query(StaffMember.class)
			.optional();
	}

	/**
	 * The invitations nobody has answered.
	 * @param actor who looks
	 * @return the latest first, at most two hundred: more wait nowhere
	 */
	public List<WaitingInvitation> waiting(SignedIn actor) {
		return this.jdbc
			.sql("select x.id, x.email, x.display_name, x.role, " + PLACE
					+ " as place, x.sent_at, x.sent_times, x.expires_at, x.expires_at <= :now as expired" + WAITING
					+ " order by x.sent_at desc, x.id desc limit 200")
			.params(Reach.of(actor))
			.param("now", java.sql.Timestamp.from(this.clock.instant()))
			.query(WaitingInvitation.class)
			.list();
	}

	/**
	 * How many invitations nobody has answered.
	 * @param actor who looks
	 * @return a number
	 */
	public int countWaiting(SignedIn actor) {
		return this.jdbc.sql("select count(*)" + WAITING).params(Reach.of(actor)).query(Integer.class).single();
	}

	/**
	 * Whether somebody may act on an invitation.
	 * @param id an invitation
	 * @param actor who would
	 * @return false when it is not within their reach, or over
	 */
	public boolean mayActOn(long id, SignedIn actor) {
		return this.jdbc.sql("select count(*)" + WAITING + " and x.id = :id")
			.params(Reach.of(actor))
			.param("id", id)
			.query(Integer.class)
			.single() == 1;
	}

	/**
	 * The sites hosts can be invited to.
	 * @param actor who invites
	 * @return by name; those closed for good are left out
	 */
	public List<SiteOption> sites(SignedIn actor) {
		return this.jdbc
			.sql("""
					select s.id, s.nom || ', ' || c.nom as nom from consultation_site s join commune c on c.insee = s.commune
					where s.status <> 'CLOSED' and (cast(:mine as text) is null or exists (
					  select from intercommunalite_departement z where z.siren = s.zone and z.departement in
					    (select departement from perimeter_departement where perimeter = cast(:mine as text))))
					order by s.nom, s.id""")
			.param("mine", actor.perimeter())
			.query(SiteOption.class)
			.list();
	}

	/** Where somebody is, in words: for the journal and for letters. */
	Optional<String> place(@Nullable String perimeter, @Nullable Long siteId) {
		return this.jdbc
			.sql("select " + PLACE
					+ " from (values (cast(:perimeter as text), array[cast(:site as bigint)])) x (perimeter, sites)")
			.param("perimeter", perimeter)
			.param("site", siteId)
			.query(String.class)
			.optional();
	}

	/** The department an act is noted for; none for a whole region. */
	Optional<String> departement(@Nullable String perimeter, @Nullable Long siteId) {
		return this.jdbc.sql("""
				select c.departement from consultation_site s join commune c on c.insee = s.commune where s.id = :site
				union all select departement from region_departement where departement = :perimeter limit 1""")
			.param("perimeter", perimeter)
			.param("site", siteId)
			.query(String.class)
			.optional();
	}

	/**
	 * An invitation nobody has answered.
	 *
	 * @param id the invitation
	 * @param email where it went
	 * @param displayName whom it greets
	 * @param role to what
	 * @param place the site or the perimeter, in words, null for neither
	 * @param sentAt when its last link was sent
	 * @param sentTimes how often a link was sent
	 * @param expiresAt until when that works
	 * @param expired whether it has had its time
	 */
	public record WaitingInvitation(long id, String email, String displayName, Role role, @Nullable String place,
			Instant sentAt, int sentTimes, Instant expiresAt, boolean expired) {
	}

	/**
	 * A site a host can be at.
	 *
	 * @param id the site
	 * @param nom its name and its commune
	 */
	public record SiteOption(long id, String nom) {
	}

}
