package fr.medecinproche.indemnity.web;

import java.util.Map;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.indemnity.PastHalfDays;
import fr.medecinproche.site.ConsultationSite;
import fr.medecinproche.site.HostNews;

import org.springframework.stereotype.Component;

/**
 * Tells a host how many half-days wait for a word on whether the doctor came.
 */
@Component
class PresenceReminder implements HostNews {

	private final PastHalfDays halfDays;

	PresenceReminder(PastHalfDays halfDays) {
		this.halfDays = halfDays;
	}

	@Override
	public void tell(SignedIn host, Map<String, Object> page) {
		if (page.get("site") instanceof ConsultationSite site) {
			page.put("presencesToDecide", this.halfDays.countToDecideAt(site.getId()));
		}
	}

}
