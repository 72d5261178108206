package fr.medecinproche.people.web;

import java.util.Map;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.HostNews;
import fr.medecinproche.site.HostPlacement;

import org.springframework.stereotype.Component;

/**
 * Tells a host whether there is another site to go to.
 */
@Component
class OtherSites implements HostNews {

	private final HostPlacement placement;

	OtherSites(HostPlacement placement) {
		this.placement = placement;
	}

	@Override
	public void tell(SignedIn host, Map<String, Object> page) {
		page.put("otherSites", this.placement.of(host.accountId()).size() > 1);
	}

}
