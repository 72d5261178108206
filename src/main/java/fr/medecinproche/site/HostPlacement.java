package fr.medecinproche.site;

import fr.medecinproche.account.Account;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entrusts sites to hosts.
 */
@Service
@Transactional
public class HostPlacement {

	private final ConsultationSites sites;

	private final SiteHosts hosts;

	HostPlacement(ConsultationSites sites, SiteHosts hosts) {
		this.sites = sites;
		this.hosts = hosts;
	}

	/**
	 * Gives somebody a site to receive patients at, in the place of the one they had.
	 * @param siteId the site
	 * @param host the account of a host
	 */
	public void entrust(long siteId, Account host) {
		this.hosts.save(new SiteHost(host, this.sites.findById(siteId, null).orElseThrow()));
	}

}
