package fr.medecinproche.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import fr.medecinproche.account.Account;
import fr.medecinproche.volunteer.FileRefusedException.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a volunteer's file on, from application to the first half-day and beyond. Each
 * call locks the volunteer: an agent, another agent and the doctor move one file one
 * after another, and a half-day is taken before a suspension or not at all.
 */
@Service
@Transactional
public class VolunteerService {

	private final Volunteers volunteers;

	private final FileSteps steps;

	private final FileActs acts;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	VolunteerService(Volunteers volunteers, FileSteps steps, FileActs acts, ApplicationEventPublisher events,
			Clock clock) {
		this.volunteers = volunteers;
		this.steps = steps;
		this.acts = acts;
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
		this.steps.save(volunteer.submitted());
		this.events.publishEvent(new VolunteerApplied(volunteer.getId()));
		return volunteer;
	}

	/**
	 * Opens the file of a doctor the agency has known since before. Nothing is sent.
	 * @param account who will sign in, stored already
	 * @param application what the agency knows of the doctor
	 * @param known where the file stands
	 * @param agentId the account that says so
	 * @return the volunteer
	 * @throws FileRefusedException when another file carries the same RPPS number
	 */
	public Volunteer takeOver(Account account, VolunteerApplication application, KnownFile known, long agentId) {
		if (this.volunteers.existsByRpps(application.rpps())) {
			throw new FileRefusedException(Reason.RPPS_KNOWN);
		}
		var volunteer = save(new Volunteer(account, application, known, this.clock));
		volunteer.takeOver(known, FileAuthor.agent(agentId)).forEach(this.steps::save);
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
	 * Records steps of a file, one or several at once: all of them, or none.
	 * @param volunteerId whose file
	 * @param seen the number of the last step the author has seen: whoever decides on a
	 * file that has moved meanwhile looks again first. Asking once more for the very
	 * steps that have just been recorded changes nothing.
	 * @param moves the steps, in their order
	 * @param author who says so
	 * @throws FileRefusedException with {@link Reason#CHANGED_MEANWHILE} when the file
	 * has moved since, or another reason of that enum
	 */
	public void moveOn(long volunteerId, int seen, List<FileMove> moves, FileAuthor author) {
		var volunteer = lock(volunteerId);
		if (volunteer.getFile().step() == seen) {
			moveOn(volunteer, moves, author);
		}
		else if (!isDone(volunteer, seen, moves, author)) {
			throw new FileRefusedException(Reason.CHANGED_MEANWHILE);
		}
	}

	/** A double click: the other request has recorded these steps and no more. */
	private boolean isDone(Volunteer volunteer, int seen, List<FileMove> moves, FileAuthor author) {
		var since = this.steps.of(volunteer.getId()).stream().filter((step) -> step.getNumber() > seen).toList();
		return seen >= 1 && since.size() == moves.size()
				&& IntStream.range(0, moves.size()).allMatch((at) -> since.get(at).records(moves.get(at), author));
	}

	private void moveOn(Volunteer volunteer, List<FileMove> moves, FileAuthor author) {
		if (moves.isEmpty()) {
			throw new FileRefusedException(Reason.NOT_FROM_HERE);
		}
		var from = volunteer.getFileStatus();
		for (var move : moves) {
			var step = volunteer.moveOn(move, author, this.clock);
			refuseUnready(volunteer);
			this.steps.save(step);
		}
		this.events.publishEvent(new FileMovedOn(volunteer.getId(), from, volunteer.getFileStatus(), author.kind()));
		if (author.kind() == FileAuthor.Kind.AGENT) {
			this.acts.moved(volunteer, from);
		}
	}

	/** What a file alone does not know. */
	private void refuseUnready(Volunteer volunteer) {
		if (volunteer.getFileStatus() != FileStatus.WITHDRAWN && volunteer.getAccount().isClosed()) {
			throw new FileRefusedException(Reason.ACCOUNT_CLOSED);
		}
		if (volunteer.isActive() && !volunteer.getAccount().isEmailConfirmed()) {
			throw new FileRefusedException(Reason.EMAIL_UNCONFIRMED);
		}
		if (volunteer.getFileStatus() == FileStatus.WITHDRAWN
				&& this.volunteers.isExpected(volunteer.getId(), this.clock.instant())) {
			throw new FileRefusedException(Reason.HALF_DAYS_COMING);
		}
	}

	/**
	 * Records every step a file has left, today: for a doctor whose papers are all there.
	 * @param volunteerId whose file, on its way
	 * @param agentId the account that says so
	 * @throws FileRefusedException when the file is not on its way, or the e-mail address
	 * was never confirmed
	 */
	public void activate(long volunteerId, long agentId) {
		var volunteer = lock(volunteerId);
		var today = LocalDate.now(this.clock);
		moveOn(volunteer,
				volunteer.getFileStatus().ahead().stream().map((step) -> new FileMove(step, today, null)).toList(),
				FileAuthor.agent(agentId));
	}

	/**
	 * Ends a file for its doctor, who may come back later.
	 * @param volunteerId whose file
	 * @param author the doctor, an agent who says why, or the system
	 * @param note what is remembered of it, or null
	 * @throws FileRefusedException with {@link Reason#HALF_DAYS_COMING} while the doctor
	 * is expected somewhere, {@link Reason#NOT_FROM_HERE} when the file has ended already
	 */
	public void withdraw(long volunteerId, FileAuthor author, @Nullable String note) {
		moveOn(lock(volunteerId), List.of(new FileMove(FileStatus.WITHDRAWN, LocalDate.now(this.clock), note)), author);
	}

	/**
	 * Notes where the new CPS card of a doctor stands.
	 * @param volunteerId the doctor
	 * @param card when it was asked for, and when it came
	 * @throws FileRefusedException when the days make no sense
	 */
	public void noteCpsCard(long volunteerId, CpsCard card) {
		lock(volunteerId).noteCpsCard(card, this.clock);
	}

	/**
	 * Notes the number a doctor bills under.
	 * @param volunteerId the doctor
	 * @param number nine digits, or null when what was noted was wrong
	 * @param author the doctor, or an agent
	 * @throws FileRefusedException when another doctor has that number, or the doctor has
	 * closed their account
	 */
	public void noteBillingNumber(long volunteerId, @Nullable BillingNumber number, FileAuthor author) {
		var volunteer = lock(volunteerId);
		if (volunteer.getAccount().isClosed()) {
			throw new FileRefusedException(Reason.ACCOUNT_CLOSED);
		}
		if (Objects.equals(volunteer.getBillingNumber(), number)) {
			return;
		}
		volunteer.billUnder(number);
		try {
			this.volunteers.flush();
		}
		catch (DataIntegrityViolationException ex) {
			throw new FileRefusedException(Reason.BILLING_NUMBER_KNOWN);
		}
		this.acts.billingNumberNoted(volunteer);
	}

	private Volunteer lock(long volunteerId) {
		return this.volunteers.lock(volunteerId).orElseThrow();
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
