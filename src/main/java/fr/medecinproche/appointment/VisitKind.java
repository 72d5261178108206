package fr.medecinproche.appointment;

import java.time.Duration;

/**
 * Why a patient comes, as far as the length of the visit goes: an organisational choice,
 * never a medical reason.
 */
public enum VisitKind {

	CONSULTATION(20), FIRST_VISIT(30), RENEWAL(15);

	private final Duration length;

	VisitKind(int minutes) {
		this.length = Duration.ofMinutes(minutes);
	}

	/**
	 * How long it takes.
	 * @return 20, 30 or 15 minutes
	 */
	public Duration length() {
		return this.length;
	}

	/**
	 * The same for pages.
	 * @return in minutes
	 */
	public long getMinutes() {
		return this.length.toMinutes();
	}

}
