package fr.medecinproche.appointment;

/**
 * Whose decision it was to cancel an appointment, whoever noted it.
 */
public enum Canceller {

	PATIENT, VOLUNTEER, HOST, REGULATOR, AGENCY;

	/**
	 * Whether a visit they move is one whose doctor does not come.
	 * @return false when the doctor comes, and the time was only changed
	 */
	public boolean withdrawsTheDoctor() {
		return this == VOLUNTEER || this == AGENCY;
	}

}
