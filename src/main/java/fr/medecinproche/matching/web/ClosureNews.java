package fr.medecinproche.matching.web;

import java.util.Map;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.schedule.DeclaredClosures;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.HostNews;

import org.springframework.stereotype.Component;

/**
 * Tells a host what the agency has decided, or not yet, about the doctors who are
 * expected while the place is closed.
 */
@Component
class ClosureNews implements HostNews {

	private final DeclaredClosures declared;

	ClosureNews(DeclaredClosures declared) {
		this.declared = declared;
	}

	@Override
	public void tell(SignedIn host, Map<String, Object> page) {
		if (page.get("site") instanceof ConsultationSite site) {
			page.put("closureNews",
					this.declared.comingAt(site.getId())
						.stream()
						.filter((coming) -> coming.closure().isBySite() && !coming.expected().isEmpty())
						.toList());
		}
	}

}
