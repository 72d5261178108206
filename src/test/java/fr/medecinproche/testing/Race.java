package fr.medecinproche.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Many people doing something at the same instant.
 */
public final class Race {

	private Race() {
	}

	/**
	 * Runs the same act from as many threads as said, all released at once.
	 * @param <T> what the act returns
	 * @param runners how many
	 * @param act what each does, given its number from 0; an exception is its outcome
	 * @return the outcomes, those of {@link Future}, in the order of the numbers
	 * @throws InterruptedException when the test is stopped
	 */
	public static <T> List<Future<T>> of(int runners, Act<T> act) throws InterruptedException {
		var start = new CountDownLatch(1);
		try (var threads = Executors.newFixedThreadPool(runners)) {
			var outcomes = IntStream.range(0, runners).mapToObj((number) -> threads.submit((Callable<T>) () -> {
				start.await();
				return act.run(number);
			})).toList();
			start.countDown();
			return outcomes;
		}
	}

	/**
	 * How many came through.
	 * @param outcomes of a race
	 * @return those without an exception
	 */
	public static long won(List<? extends Future<?>> outcomes) {
		return outcomes.stream().filter((outcome) -> outcome.state() == Future.State.SUCCESS).count();
	}

	/**
	 * Why the others did not.
	 * @param outcomes of a race
	 * @return their exceptions
	 */
	public static List<Throwable> losses(List<? extends Future<?>> outcomes) {
		return outcomes.stream()
			.filter((outcome) -> outcome.state() == Future.State.FAILED)
			.map(Future::exceptionNow)
			.toList();
	}

	/**
	 * What one of many does.
	 *
	 * @param <T> what it returns
	 */
	@FunctionalInterface
	public interface Act<T> {

		T run(int number) throws Exception;

	}

}
