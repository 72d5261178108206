package fr.medecinproche.volunteer;

import fr.medecinproche.volunteer.FileRefusedException.Reason;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets doctors put right what their file says of them, as long as nobody relies on it:
 * when the agency has sent the file back, and once when the agency took it from a list.
 */
@Service
@Transactional
public class DetailsService {

	private final Volunteers volunteers;

	private final VolunteerWelcomes welcomes;

	private final FileActs acts;

	DetailsService(Volunteers volunteers, VolunteerWelcomes welcomes, FileActs acts) {
		this.volunteers = volunteers;
		this.welcomes = welcomes;
		this.acts = acts;
	}

	/**
	 * Whether a doctor may do so now.
	 * @param volunteer the doctor
	 * @return false once their file was looked at
	 */
	@Transactional(readOnly = true)
	public boolean mayCorrect(Volunteer volunteer) {
		return volunteer.getFileStatus() == FileStatus.SENT_BACK || this.welcomes.isToConfirm(volunteer.getId());
	}

	/**
	 * Notes what is true of a doctor.
	 * @param volunteerId the doctor
	 * @param application all of it
	 * @throws FileRefusedException with {@link Reason#NOT_TO_CORRECT} when the file was
	 * looked at meanwhile, {@link Reason#RPPS_FIXED} when the number is not the one that
	 * was checked, {@link Reason#RPPS_KNOWN} when it is another doctor's
	 */
	public void correct(long volunteerId, VolunteerApplication application) {
		var volunteer = this.volunteers.lock(volunteerId).orElseThrow();
		if (!mayCorrect(volunteer)) {
			throw new FileRefusedException(Reason.NOT_TO_CORRECT);
		}
		if (!volunteer.getRpps().equals(application.rpps())) {
			checkNewNumber(volunteer, application.rpps());
		}
		volunteer.correct(application);
		try {
			this.volunteers.flush();
		}
		catch (DataIntegrityViolationException ex) {
			throw new FileRefusedException(Reason.RPPS_KNOWN);
		}
		this.welcomes.confirm(volunteerId);
		this.acts.corrected(volunteer);
	}

	private void checkNewNumber(Volunteer volunteer, Rpps rpps) {
		if (volunteer.getFileStatus() != FileStatus.SENT_BACK && volunteer.getFileStatus() != FileStatus.SUBMITTED) {
			throw new FileRefusedException(Reason.RPPS_FIXED);
		}
		if (this.volunteers.existsByRpps(rpps)) {
			throw new FileRefusedException(Reason.RPPS_KNOWN);
		}
	}

}
