package fr.medecinproche.site.web;

import java.util.Optional;

import fr.medecinproche.account.Role;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.ConsultationSites;
import fr.medecinproche.site.SiteHosts;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/**
 * Which site somebody may work on: agents those of their perimeter, a host their own. The
 * same pages serve both, under {@code /ars/lieux/{id}} and under {@code /lieu}.
 */
@Component
class SiteAccess {

	private final ConsultationSites sites;

	private final SiteHosts hosts;

	SiteAccess(ConsultationSites sites, SiteHosts hosts) {
		this.sites = sites;
		this.hosts = hosts;
	}

	/**
	 * The site of an address.
	 * @param who whoever asks
	 * @param id the number in the address, null in a host's
	 * @param model where the page finds the site, and how addresses begin
	 * @return the site, or 404 when it is none of theirs
	 */
	Seen of(SignedIn who, @Nullable Long id, Model model) {
		var seen = find(who, id).map((site) -> new Seen(site, who.role() != Role.HOST))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("site", seen.site());
		model.addAttribute("base", seen.base());
		model.addAttribute("agency", seen.byAgency());
		return seen;
	}

	private Optional<ConsultationSite> find(SignedIn who, @Nullable Long id) {
		if (id != null) {
			return this.sites.findById(id, who.perimeter());
		}
		return this.hosts.siteOf(who.accountId()).flatMap((site) -> this.sites.findById(site.getId(), null));
	}

	/**
	 * A site somebody may work on.
	 *
	 * @param site the site
	 * @param byAgency whether an agent looks, and not the host
	 */
	record Seen(ConsultationSite site, boolean byAgency) {

		long id() {
			return this.site.getId();
		}

		/** How the addresses of its pages begin. */
		String base() {
			return this.byAgency ? "/ars/lieux/" + this.site.getId() : "/lieu";
		}

	}

}
