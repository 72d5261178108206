package fr.medecinproche.waiting;

import java.util.Optional;

import fr.medecinproche.account.Secret;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How those who wait come back to their page without an account: by a link.
 */
@Service
@Transactional(readOnly = true)
public class WaitingAccess {

	private final WaitingLinks links;

	private final WaitingEntries entries;

	WaitingAccess(WaitingLinks links, WaitingEntries entries) {
		this.links = links;
		this.entries = entries;
	}

	/**
	 * Makes a link for one message.
	 * @param entry who waits
	 * @return its secret, kept nowhere else
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	Secret issueLink(WaitingEntry entry) {
		var secret = Secret.random();
		this.links.save(new WaitingLink(secret, entry));
		return secret;
	}

	/**
	 * Opens a link.
	 * @param secret as it came in the address
	 * @return who waits or did, or empty when nobody was given that link or they left
	 */
	public Optional<WaitingEntry> open(Secret secret) {
		return this.links.entryBehind(secret.hash()).flatMap(this.entries::findById);
	}

	long entryBehind(Secret secret) {
		return this.links.entryBehind(secret.hash()).orElseThrow(() -> new NoSuchWaitException());
	}

}
