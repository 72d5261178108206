package fr.medecinproche.testing;

import java.time.Duration;

import fr.medecinproche.work.LongWork;
import fr.medecinproche.work.LongWorks;

/**
 * Waits for work done in the background.
 */
public class Works {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final LongWorks works;

	Works(LongWorks works) {
		this.works = works;
	}

	/**
	 * Waits until work is over.
	 * @param id the work
	 * @return how it ended
	 */
	public LongWork await(long id) {
		long until = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < until) {
			var work = this.works.find(id).orElseThrow();
			if (work.status().isOver()) {
				return work;
			}
			pause();
		}
		throw new AssertionError("work " + id + " is still running");
	}

	/**
	 * Waits for the work a page redirected to.
	 * @param page "/ars/travaux/3"
	 * @return how it ended
	 */
	public LongWork await(String page) {
		return await(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)));
	}

	private static void pause() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
