package fr.medecinproche.schedule.web;

import java.util.function.Function;

import fr.medecinproche.schedule.OpeningPlan;
import fr.medecinproche.work.LongWorks;

import org.springframework.stereotype.Component;

/**
 * What changes more half-days than a page should wait for is done in the background. It
 * is done whole or not at all: whoever stops it has changed nothing.
 */
@Component
class LongOpenings {

	/** A page answers in a second or two; this many half-days take about one. */
	private static final int ON_THE_SPOT = 100;

	private final LongWorks works;

	LongOpenings(LongWorks works) {
		this.works = works;
	}

	boolean isLong(OpeningPlan plan) {
		return plan.changes() > ON_THE_SPOT;
	}

	/**
	 * Starts it.
	 * @param kind "schedule.opening" or "schedule.change"
	 * @param changes how many half-days change
	 * @param act does it, tells the progress after each half-day, and says where the
	 * result is seen
	 * @return where to go
	 */
	String start(String kind, int changes, Function<Runnable, String> act) {
		return "redirect:" + this.works.page(this.works.start(kind, (progress) -> {
			progress.of(changes);
			return act.apply(() -> progress.advance(1));
		}));
	}

}
