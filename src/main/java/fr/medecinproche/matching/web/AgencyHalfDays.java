package fr.medecinproche.matching.web;

import java.util.Collection;
import java.util.List;

import fr.medecinproche.account.SignedIn;
import fr.medecinproche.matching.ClosingPlan;
import fr.medecinproche.schedule.HalfDaySlot;
import fr.medecinproche.schedule.HalfDaySlots;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Finds the half-days an agent speaks of, among those they may see.
 */
@Component
class AgencyHalfDays {

	private final HalfDaySlots slots;

	AgencyHalfDays(HalfDaySlots slots) {
		this.slots = slots;
	}

	List<Long> seenBy(SignedIn agent, Collection<Long> ids) {
		return ids.isEmpty() ? List.of() : this.slots.seenFrom(ids, agent.perimeter());
	}

	HalfDaySlot find(SignedIn agent, long id) {
		return this.slots.findById(id)
			.filter((slot) -> !seenBy(agent, List.of(id)).isEmpty())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/** The page of the site, or the list when there are several. */
	static String pageOf(ClosingPlan plan) {
		var sites = plan.halfDays().stream().map((line) -> line.slot().getSite().getId()).distinct().toList();
		return (sites.size() == 1) ? "/ars/lieux/" + sites.getFirst() : "/ars/demi-journees";
	}

}
