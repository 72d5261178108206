package fr.medecinproche.work;

import java.time.Duration;

/**
 * How far a piece of work is. It is told often and written down now and then.
 */
public class Progress {

	private static final long PAUSE = Duration.ofMillis(500).toNanos();

	private final WorkRecord record;

	private final long id;

	private int done;

	private long toldAt;

	Progress(WorkRecord record, long id) {
		this.record = record;
		this.id = id;
		this.toldAt = System.nanoTime() - PAUSE;
	}

	/**
	 * Says how much there is to do.
	 * @param total a number of lines, of messages, of half-days
	 */
	public void of(int total) {
		this.record.expect(this.id, total);
	}

	/**
	 * Says that some more is done.
	 * @param more how much
	 * @throws WorkStoppedException when somebody asked to stop
	 */
	public void advance(int more) {
		this.done += more;
		long now = System.nanoTime();
		if (now - this.toldAt >= PAUSE) {
			this.toldAt = now;
			tell();
		}
	}

	/**
	 * Writes down how far it is.
	 * @throws WorkStoppedException when somebody asked to stop
	 */
	void tell() {
		if (this.record.beat(this.id, this.done)) {
			throw new WorkStoppedException();
		}
	}

}
