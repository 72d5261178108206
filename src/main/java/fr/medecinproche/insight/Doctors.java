package fr.medecinproche.insight;

/**
 * The doctors who came. One comes in a month when a half-day of theirs is over and nobody
 * has said that they did not come; one has come back when they came again, anywhere,
 * within the {@value #MONTHS_TO_COME_BACK} following months.
 *
 * @param came different doctors
 * @param measured one for each doctor and month they came in, where the following months
 * are over
 * @param cameBack of these, those who had come back
 */
public record Doctors(long came, long measured, long cameBack) {

	/** How long a doctor has to come again. */
	public static final int MONTHS_TO_COME_BACK = 3;

	/** Nobody. */
	public static final Doctors NONE = new Doctors(0, 0, 0);

}
