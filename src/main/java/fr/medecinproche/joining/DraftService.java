package fr.medecinproche.joining;

import java.time.Clock;
import java.util.Locale;

import fr.medecinproche.account.Secret;
import fr.medecinproche.volunteer.ApplicationWishes;
import fr.medecinproche.volunteer.FileRefusedException;
import fr.medecinproche.volunteer.Volunteers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps an application between its steps. Of two windows on one draft each writes the
 * step it shows, and the later one is right.
 */
@Service
@Transactional
public class DraftService {

	private final VolunteerDrafts drafts;

	private final DraftAccess access;

	private final DraftPost post;

	private final Volunteers volunteers;

	private final JoiningSettings settings;

	private final Clock clock;

	DraftService(VolunteerDrafts drafts, DraftAccess access, DraftPost post, Volunteers volunteers,
			JoiningSettings settings, Clock clock) {
		this.drafts = drafts;
		this.access = access;
		this.post = post;
		this.volunteers = volunteers;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Begins an application: the first step is done. Its link goes to the address,
	 * whether there is an account with it or not.
	 * @param identity who applies
	 * @param locale the language of their messages
	 * @return what the browser keeps
	 * @throws FileRefusedException when a file carries the same RPPS number
	 */
	public Secret begin(DraftIdentity identity, Locale locale) {
		refuseKnownNumber(identity);
		return this.post
			.begin(this.drafts.save(new VolunteerDraft(identity, locale, this.clock.instant(), this.settings.kept())));
	}

	/**
	 * Does the first step again. A new address is sent a link, and the links sent to the
	 * former one lead nowhere.
	 * @param browser what the browser holds
	 * @param identity who applies
	 * @throws FileRefusedException when a file carries the same RPPS number
	 * @throws DraftRefusedException when there is no such draft any more
	 */
	public void identify(Secret browser, DraftIdentity identity) {
		refuseKnownNumber(identity);
		var draft = this.access.lockOfBrowser(browser);
		var former = draft.identity().email();
		draft.identify(identity, this.clock.instant(), this.settings.kept());
		if (!former.equals(identity.email())) {
			this.post.moveToNewAddress(draft, browser);
		}
	}

	private void refuseKnownNumber(DraftIdentity identity) {
		if (this.volunteers.existsByRpps(identity.rpps())) {
			throw new FileRefusedException(FileRefusedException.Reason.RPPS_KNOWN);
		}
	}

	/**
	 * Does the second step.
	 * @param browser what the browser holds
	 * @param practice how the doctor practises
	 * @throws DraftRefusedException when there is no such draft any more
	 */
	public void practise(Secret browser, DraftPractice practice) {
		this.access.lockOfBrowser(browser).practise(practice, this.clock.instant(), this.settings.kept());
	}

	/**
	 * Does the third step.
	 * @param browser what the browser holds
	 * @param wishes where and when the doctor would like to come
	 * @throws DraftRefusedException when there is no such draft any more
	 */
	public void wish(Secret browser, ApplicationWishes wishes) {
		this.access.lockOfBrowser(browser).wish(wishes, this.clock.instant(), this.settings.kept());
	}

}
