package fr.medecinproche.joining;

import fr.medecinproche.account.AccountRefusedException;
import fr.medecinproche.account.Secret;
import fr.medecinproche.joining.DraftRefusedException.Reason;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Sends an application. Whoever sends learns nothing of the address: only its owner is
 * told that it has an account.
 */
@Service
public class SubmissionService {

	private final Submission submission;

	SubmissionService(Submission submission) {
		this.submission = submission;
	}

	/**
	 * Sends the draft of a browser; sending it again changes nothing.
	 * @param browser what the browser holds
	 * @param password as typed
	 * @throws fr.medecinproche.volunteer.FileRefusedException when a file carries the
	 * same RPPS number; the draft stays
	 * @throws AccountRefusedException when the password is weak; the draft stays
	 * @throws DraftRefusedException when there is no such draft any more, or a step is
	 * missing
	 */
	public void send(Secret browser, String password) {
		try {
			this.submission.openFile(browser, password);
		}
		catch (AccountRefusedException refusal) {
			if (refusal.reason() != AccountRefusedException.Reason.EMAIL_TAKEN) {
				throw refusal;
			}
			this.submission.tellOwner(browser);
		}
		catch (DataIntegrityViolationException ex) {
			// another draft with this address was sent at the same instant
			this.submission.tellOwner(browser);
		}
		catch (DraftRefusedException refusal) {
			if (refusal.reason() != Reason.SENT) {
				throw refusal;
			}
		}
	}

}
