package fr.medecinproche.messaging.web;

import java.time.Clock;
import java.util.Map;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.messaging.Calls;
import fr.medecinproche.site.HostNews;

import org.springframework.stereotype.Component;

/**
 * Tells a host how many calls wait.
 */
@Component
class CallReminder implements HostNews {

	private final Calls calls;

	private final Clock clock;

	CallReminder(Calls calls, Clock clock) {
		this.calls = calls;
		this.clock = clock;
	}

	@Override
	public void tell(SignedIn host, Map<String, Object> page) {
		page.put("callsToMake", this.calls.toMakeBy(host.accountId(), this.clock.instant()));
	}

}
