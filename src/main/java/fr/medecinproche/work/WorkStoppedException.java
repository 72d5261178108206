package fr.medecinproche.work;

/**
 * Somebody asked the work to stop. Whoever does the work lets it through, so that its
 * transaction is rolled back.
 */
public class WorkStoppedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	WorkStoppedException() {
		super("somebody asked to stop");
	}

}
