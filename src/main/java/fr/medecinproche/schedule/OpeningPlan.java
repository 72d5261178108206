package fr.medecinproche.schedule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a pattern would make of a site's half-days, one by one, before anything is saved.
 *
 * @param halfDays each half-day and its fate, in the order of time
 */
public record OpeningPlan(List<PlannedHalfDay> halfDays) {

	public OpeningPlan {
		halfDays = List.copyOf(halfDays);
	}

	/**
	 * Those with one fate.
	 * @param fate a fate
	 * @return in the order of time
	 */
	public List<PlannedHalfDay> with(OpeningFate fate) {
		return this.halfDays.stream().filter((halfDay) -> halfDay.fate() == fate).toList();
	}

	public int count(OpeningFate fate) {
		return with(fate).size();
	}

	/** How many half-days confirming it would change. */
	public int changes() {
		return (int) this.halfDays.stream().filter((halfDay) -> halfDay.fate().isChange()).count();
	}

	/** Whether confirming it would change any half-day. */
	public boolean changesAnything() {
		return changes() > 0;
	}

	/** What confirming it makes of the half-days. */
	DecisionOutcome outcome() {
		return new DecisionOutcome(count(OpeningFate.TO_OPEN), count(OpeningFate.TO_CLOSE),
				count(OpeningFate.TAKEN_STAYS));
	}

	/**
	 * What tells this plan from that of a moment later.
	 * @return a short text, the same for the same plan
	 */
	public String digest() {
		var text = this.halfDays.stream().map(PlannedHalfDay::described).collect(Collectors.joining(","));
		return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
	}

}
