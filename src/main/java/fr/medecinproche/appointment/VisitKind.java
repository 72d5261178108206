package fr.medecinproche.appointment;

import java.time.Duration;

import fr.medecinproche.schedule.HalfDaySlot;

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
	 * How long it usually takes.
	 * @return 20, 30 or 15 minutes
	 */
	public Duration length() {
		return this.length;
	}

	/**
	 * How long it takes with the doctor of a half-day, who says how long an ordinary
	 * consultation is.
	 * @param slot a half-day with a doctor
	 * @return the doctor's length for a consultation, the usual one for other kinds
	 */
	public Duration lengthIn(HalfDaySlot slot) {
		return (this == CONSULTATION) ? slot.getConsultationLength() : this.length;
	}

	/**
	 * How long it usually takes, for pages on which no doctor is chosen.
	 * @return in minutes
	 */
	public long getMinutes() {
		return this.length.toMinutes();
	}

}
