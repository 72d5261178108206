package fr.medecinproche.schedule.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import fr.medecinproche.schedule.OpeningFate;
import fr.medecinproche.schedule.OpeningPlan;
import fr.medecinproche.schedule.PlannedHalfDay;

/**
 * A plan in the order a page tells it: each fate, by month.
 *
 * @param toOpen how many half-days would be opened
 * @param toClose how many would be closed
 * @param changes whether anything would change
 * @param groups the half-days by fate, fates without any left out
 * @param digest tells this plan from that of a moment later
 */
record PlanSummary(int toOpen, int toClose, boolean changes, List<Group> groups, String digest) {

	static PlanSummary of(OpeningPlan plan) {
		var groups = Arrays.stream(OpeningFate.values())
			.map((fate) -> new Group(fate, plan.with(fate)))
			.filter((group) -> group.count() > 0)
			.toList();
		return new PlanSummary(plan.count(OpeningFate.TO_OPEN), plan.count(OpeningFate.TO_CLOSE),
				plan.changesAnything(), groups, plan.digest());
	}

	/** Whether some would be left out for that reason. */
	public boolean has(OpeningFate fate) {
		return this.groups.stream().anyMatch((group) -> group.fate() == fate);
	}

	/**
	 * The half-days with one fate.
	 *
	 * @param fate what becomes of them
	 * @param halfDays each, in the order of time
	 */
	record Group(OpeningFate fate, List<PlannedHalfDay> halfDays) {

		public int count() {
			return this.halfDays.size();
		}

		public List<Month> months() {
			return this.halfDays.stream()
				.collect(Collectors.groupingBy((each) -> YearMonth.from(each.day()), TreeMap::new, Collectors.toList()))
				.entrySet()
				.stream()
				.map((entry) -> new Month(entry.getKey(), entry.getValue()))
				.toList();
		}

	}

	/**
	 * Those of one month.
	 *
	 * @param month the month
	 * @param halfDays each, in the order of time
	 */
	record Month(YearMonth month, List<PlannedHalfDay> halfDays) {
	}

}
