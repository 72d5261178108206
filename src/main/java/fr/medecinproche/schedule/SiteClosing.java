package fr.medecinproche.schedule;

import java.time.Clock;
import java.time.LocalDate;

import fr.medecinproche.site.SiteClosed;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When a site closes for good, its coming half-days close with it, in the same
 * transaction.
 */
@Component
class SiteClosing {

	private final HalfDaySlots slots;

	private final SchedulingService scheduling;

	private final Clock clock;

	SiteClosing(HalfDaySlots slots, SchedulingService scheduling, Clock clock) {
		this.slots = slots;
		this.scheduling = scheduling;
		this.clock = clock;
	}

	@EventListener
	void on(SiteClosed event) {
		var coming = this.slots.notClosedAt(event.siteId(), LocalDate.now(this.clock));
		// all of them first: once times are held elsewhere for patients, nobody is waited
		// for
		this.slots.lock(coming);
		coming.forEach(this.scheduling::closeUnlessBegun);
	}

}
