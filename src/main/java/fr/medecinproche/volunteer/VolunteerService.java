package fr.medecinproche.volunteer;

import java.time.Clock;

import fr.medecinproche.account.Account;
import fr.medecinproche.volunteer.FileRefusedException.Reason;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a volunteer's file on, from application to decision.
 */
@Service
@Transactional
public class VolunteerService {

	private final Volunteers volunteers;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	VolunteerService(Volunteers volunteers, ApplicationEventPublisher events, Clock clock) {
		this.volunteers = volunteers;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Opens a file.
	 * @param account who will sign in, stored already
	 * @param application what the doctor said
	 * @return the volunteer, whose file waits for a decision
	 * @throws FileRefusedException when another file carries the same RPPS number
	 */
	public Volunteer apply(Account account, VolunteerApplication application) {
		if (this.volunteers.existsByRpps(application.rpps())) {
			throw new FileRefusedException(Reason.RPPS_KNOWN);
		}
		var volunteer = save(new Volunteer(account, application, this.clock));
		this.events.publishEvent(new VolunteerApplied(volunteer.getId()));
		return volunteer;
	}

	/** Of two who apply with one number at the same instant, the second is told too. */
	private Volunteer save(Volunteer volunteer) {
		try {
			return this.volunteers.save(volunteer);
		}
		catch (DataIntegrityViolationException ex) {
			throw new FileRefusedException(Reason.RPPS_KNOWN);
		}
	}

	/**
	 * Completes a file.
	 * @param volunteerId whose file
	 * @param agentId the account that decides
	 * @throws FileRefusedException when it does not wait for a decision, or the e-mail
	 * address was never confirmed
	 */
	public void accept(long volunteerId, long agentId) {
		var volunteer = this.volunteers.lock(volunteerId).orElseThrow();
		if (!volunteer.getAccount().isEmailConfirmed()) {
			throw new FileRefusedException(Reason.EMAIL_UNCONFIRMED);
		}
		volunteer.accept(agentId, this.clock);
		this.events.publishEvent(new VolunteerAccepted(volunteerId));
	}

	/**
	 * Refuses a file.
	 * @param volunteerId whose file
	 * @param reason what the doctor reads
	 * @param agentId the account that decides
	 * @throws FileRefusedException when it does not wait for a decision
	 */
	public void refuse(long volunteerId, String reason, long agentId) {
		this.volunteers.lock(volunteerId).orElseThrow().refuse(reason, agentId, this.clock);
		this.events.publishEvent(new VolunteerRefused(volunteerId));
	}

	/**
	 * Notes what a doctor says of the patients they receive.
	 * @param volunteerId the doctor
	 * @param preferences what patients may expect
	 */
	public void prefer(long volunteerId, Preferences preferences) {
		this.volunteers.lock(volunteerId).orElseThrow().prefer(preferences);
	}

	/**
	 * The same, with when and how far the doctor usually comes.
	 * @param volunteerId the doctor
	 * @param preferences what patients may expect
	 * @param availability the days and the distance that suit
	 */
	public void prefer(long volunteerId, Preferences preferences, Availability availability) {
		var volunteer = this.volunteers.lock(volunteerId).orElseThrow();
		volunteer.prefer(preferences);
		volunteer.comeWithin(availability);
	}

}
