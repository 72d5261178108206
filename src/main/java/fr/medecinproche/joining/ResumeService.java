package fr.medecinproche.joining;

import java.time.Clock;

import fr.medecinproche.account.AccountService;
import fr.medecinproche.account.EmailAddress;
import fr.medecinproche.account.Secret;
import fr.medecinproche.joining.ResumeLinkIssued.Occasion;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a doctor come back to an application, from any device: by a link that only the
 * address is sent.
 */
@Service
@Transactional
public class ResumeService {

	/** More drafts of one address than this, and somebody plays. */
	private static final int AT_ONCE = 3;

	private final VolunteerDrafts drafts;

	private final DraftAccess access;

	private final DraftPost post;

	private final AccountService accounts;

	private final JoiningSettings settings;

	private final Clock clock;

	ResumeService(VolunteerDrafts drafts, DraftAccess access, DraftPost post, AccountService accounts,
			JoiningSettings settings, Clock clock) {
		this.drafts = drafts;
		this.access = access;
		this.post = post;
		this.accounts = accounts;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Sends an address what it needs to go on: a link for each of its drafts or, when it
	 * has none but an account, the way to the account.
	 * @param email any address; nothing happens for an unknown one, and who asks must not
	 * be told which it is
	 */
	public void ask(EmailAddress email) {
		var open = this.drafts.openFor(email.value(), this.clock.instant(), Limit.of(AT_ONCE));
		open.forEach((draft) -> this.post.send(draft, Occasion.ASKED));
		if (open.isEmpty()) {
			this.accounts.remind(email);
		}
	}

	/**
	 * Goes on with a draft in this browser. Who holds the link reads the mail: browsers
	 * that only typed the address are shut out.
	 * @param link what the address holds
	 * @return what the browser keeps
	 * @throws DraftRefusedException when there is no such draft any more, or it was sent
	 */
	public Secret resume(Secret link) {
		var draft = this.access.lockOfLink(link);
		draft.touch(this.clock.instant(), this.settings.kept());
		return this.post.handToOwner(draft);
	}

	/**
	 * Forgets a draft at once, with all its links.
	 * @param link what the address holds
	 * @throws DraftRefusedException when there is no such draft any more, or it was sent
	 */
	public void forget(Secret link) {
		this.drafts.delete(this.access.lockOfLink(link).getId());
	}

}
