package fr.medecinproche.site.preparation;

/**
 * Where one line of a site's checklist stands.
 */
public enum ReadinessState {

	TODO, IN_PROGRESS, READY, NOT_NEEDED;

	/**
	 * Whether nothing remains to be done.
	 * @return true when it is there, or not needed
	 */
	public boolean isDone() {
		return this == READY || this == NOT_NEEDED;
	}

}
