package fr.medecinproche.appointment;

/**
 * What became of a visit. It is noted for the figures: nothing follows from it for the
 * patient.
 */
public enum Attendance {

	/** The patient came. */
	HONOURED(AppointmentStatus.HONOURED),
	/** The patient did not come. */
	ABSENT(AppointmentStatus.ABSENT);

	private final AppointmentStatus status;

	Attendance(AppointmentStatus status) {
		this.status = status;
	}

	AppointmentStatus status() {
		return this.status;
	}

}
