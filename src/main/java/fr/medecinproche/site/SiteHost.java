package fr.medecinproche.site;

import fr.medecinproche.account.Account;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * Who receives patients at a site: a secretary, a town hall's agent.
 */
@Entity
public class SiteHost {

	@Id
	@Column(name = "account_id")
	private long accountId;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "site_id")
	private ConsultationSite site;

	@SuppressWarnings("NullAway.Init")
	protected SiteHost() {
	}

	/**
	 * Entrusts a site to somebody.
	 * @param account a host's account
	 * @param site the site they serve
	 */
	public SiteHost(Account account, ConsultationSite site) {
		this.accountId = account.id();
		this.site = site;
	}

	public ConsultationSite getSite() {
		return this.site;
	}

}
