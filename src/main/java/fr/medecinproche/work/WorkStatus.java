package fr.medecinproche.work;

/**
 * Where a piece of work stands.
 */
public enum WorkStatus {

	/** It is under way, as far as its node says. */
	RUNNING,
	/** It is done. */
	DONE,
	/** Somebody stopped it. */
	STOPPED,
	/** It could not be done. */
	FAILED,
	/** Its node has fallen silent. */
	LOST;

	/**
	 * Whether there is nothing to wait for.
	 * @return {@code false} as long as it runs
	 */
	public boolean isOver() {
		return this != RUNNING;
	}

}
