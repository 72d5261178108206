package fr.medecinproche.site;

import java.util.List;

import fr.medecinproche.account.Account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entrusts sites to hosts. A host is at one site at a time, among those entrusted to
 * them. What changes where one host is waits for its turn at the row that says so.
 */
@Service
@Transactional
public class HostPlacement {

	private final JdbcClient jdbc;

	HostPlacement(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Gives somebody one more site to receive patients at. They are at the first one they
	 * are given.
	 * @param siteId the site
	 * @param host the account of a host
	 */
	public void entrust(long siteId, Account host) {
		this.jdbc.sql("insert into site_host (account_id, site_id) values (?, ?) on conflict (account_id) do nothing")
			.params(host.id(), siteId)
			.update();
		this.jdbc.sql("insert into site_posting (account_id, site_id) values (?, ?) on conflict do nothing")
			.params(host.id(), siteId)
			.update();
	}

	/**
	 * Takes a site back; whoever is there goes to another of theirs.
	 * @param siteId the site
	 * @param accountId a host's account
	 * @return false when it is their only one, or not theirs: then nothing happens
	 */
	public boolean takeBack(long siteId, long accountId) {
		lock(accountId);
		this.jdbc.sql("""
				update site_host set site_id = (select min(p.site_id) from site_posting p
				  where p.account_id = site_host.account_id and p.site_id <> site_host.site_id)
				where account_id = :account and site_id = :site and exists (select from site_posting p
				  where p.account_id = site_host.account_id and p.site_id <> site_host.site_id)""")
			.param("account", accountId)
			.param("site", siteId)
			.update();
		return this.jdbc.sql("""
				delete from site_posting where account_id = :account and site_id = :site
				and not exists (select from site_host h where h.account_id = :account and h.site_id = :site)""")
			.param("account", accountId)
			.param("site", siteId)
			.update() == 1;
	}

	/**
	 * Takes all sites of somebody back, who is a host no more.
	 * @param accountId the account
	 */
	public void takeAllBack(long accountId) {
		this.jdbc.sql("delete from site_host where account_id = ?").param(accountId).update();
	}

	/**
	 * Goes to another site: what the host sees from now on is of that one.
	 * @param siteId one of theirs
	 * @param accountId the host's account
	 * @return false when it is not theirs
	 */
	public boolean goTo(long siteId, long accountId) {
		lock(accountId);
		return this.jdbc.sql("""
				update site_host set site_id = :site where account_id = :account
				and exists (select from site_posting where account_id = :account and site_id = :site)""")
			.param("account", accountId)
			.param("site", siteId)
			.update() == 1;
	}

	/** What comes after sees what was done meanwhile. */
	private void lock(long accountId) {
		this.jdbc.sql("select site_id from site_host where account_id = ? for update")
			.param(accountId)
			.query(Long.class)
			.list();
	}

	/**
	 * The sites of a host.
	 * @param accountId the host's account
	 * @return by name
	 */
	@Transactional(readOnly = true)
	public List<Post> of(long accountId) {
		return this.jdbc.sql("""
				select s.id, s.nom, c.nom as commune, h.site_id = s.id as here from site_posting p
				join site_host h on h.account_id = p.account_id join consultation_site s on s.id = p.site_id
				join commune c on c.insee = s.commune where p.account_id = ? order by s.nom, s.id""")
			.param(accountId)
			.query(Post.class)
			.list();
	}

	/**
	 * A site of a host.
	 *
	 * @param id the site
	 * @param nom its name
	 * @param commune where it is
	 * @param here whether the host is there now
	 */
	public record Post(long id, String nom, String commune, boolean here) {
	}

}
