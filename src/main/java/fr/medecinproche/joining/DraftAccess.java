package fr.medecinproche.joining;

import java.time.Clock;
import java.util.Optional;
import java.util.function.LongFunction;

import fr.medecinproche.account.Secret;
import fr.medecinproche.joining.DraftRefusedException.Reason;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the draft that a secret leads to.
 */
@Service
@Transactional(readOnly = true)
public class DraftAccess {

	private final VolunteerDrafts drafts;

	private final DraftSecrets secrets;

	private final Clock clock;

	DraftAccess(VolunteerDrafts drafts, DraftSecrets secrets, Clock clock) {
		this.drafts = drafts;
		this.secrets = secrets;
		this.clock = clock;
	}

	/**
	 * The draft of a browser.
	 * @param browser what its cookie holds
	 * @return the draft
	 * @throws DraftRefusedException when there is none any more, or it was sent
	 */
	public VolunteerDraft ofBrowser(Secret browser) {
		return alive(this.secrets.draftOfBrowser(browser), this.drafts::findById);
	}

	/**
	 * The draft behind a link.
	 * @param link what the address holds
	 * @return the draft
	 * @throws DraftRefusedException when there is none any more, or it was sent
	 */
	public VolunteerDraft ofLink(Secret link) {
		return alive(this.secrets.draftOfLink(link), this.drafts::findById);
	}

	@Transactional(propagation = Propagation.MANDATORY)
	VolunteerDraft lockOfBrowser(Secret browser) {
		return alive(this.secrets.draftOfBrowser(browser), this.drafts::lock);
	}

	@Transactional(propagation = Propagation.MANDATORY)
	VolunteerDraft lockOfLink(Secret link) {
		return alive(this.secrets.draftOfLink(link), this.drafts::lock);
	}

	private VolunteerDraft alive(Optional<Long> id, LongFunction<Optional<VolunteerDraft>> read) {
		var draft = id.flatMap(read::apply)
			.filter((it) -> it.getExpiresAt().isAfter(this.clock.instant()))
			.orElseThrow(() -> new DraftRefusedException(Reason.LOST));
		if (draft.isSent()) {
			throw new DraftRefusedException(Reason.SENT);
		}
		return draft;
	}

}
