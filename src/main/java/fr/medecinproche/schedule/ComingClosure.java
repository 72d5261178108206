package fr.medecinproche.schedule;

import java.util.List;

/**
 * A closure of a site that is not over, and the doctors who are expected all the same.
 *
 * @param closure the closure
 * @param expected their half-days to come, by day
 */
public record ComingClosure(SiteClosure closure, List<HalfDaySlot> expected) {

	public ComingClosure {
		expected = List.copyOf(expected);
	}

	static ComingClosure of(SiteClosure closure, List<HalfDaySlot> ofSite) {
		return new ComingClosure(closure,
				ofSite.stream().filter((slot) -> closure.includes(slot.getHalfDay().day())).toList());
	}

	/** Whether the agency has to decide about these doctors. */
	public boolean isUndecided() {
		return this.closure.isBySite() && !this.closure.isSettled() && !this.expected.isEmpty();
	}

}
