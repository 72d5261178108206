package fr.medecinproche.joining;

import java.util.Optional;

import fr.medecinproche.account.Secret;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secrets that lead to drafts: in links sent by e-mail, and in the cookie of a
 * browser. Whoever types somebody else's address holds a browser's secret of that draft,
 * but never a link: so a browser is only proven once it came by a link, and the others
 * are shut out then.
 */
@Component
class DraftSecrets {

	private final JdbcClient jdbc;

	DraftSecrets(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Secret issueLink(long draftId) {
		return issue(draftId, "LINK", true);
	}

	/** For the browser that typed the address. */
	Secret issueToStranger(long draftId) {
		return issue(draftId, "BROWSER", false);
	}

	/** For a browser that came by a link: from now on, only such browsers. */
	Secret issueToOwner(long draftId) {
		this.jdbc.sql("delete from volunteer_draft_secret where draft_id = ? and kind = 'BROWSER' and not proven")
			.param(draftId)
			.update();
		return issue(draftId, "BROWSER", true);
	}

	private Secret issue(long draftId, String kind, boolean proven) {
		var secret = Secret.random();
		this.jdbc.sql("insert into volunteer_draft_secret (secret_hash, draft_id, kind, proven) values (?, ?, ?, ?)")
			.params(secret.hash(), draftId, kind, proven)
			.update();
		return secret;
	}

	/**
	 * The address has changed: links that went to the former one lead nowhere, and nobody
	 * has proven to read the new one.
	 */
	void startAnew(long draftId, Secret here) {
		this.jdbc.sql("delete from volunteer_draft_secret where draft_id = ? and secret_hash <> ?")
			.params(draftId, here.hash())
			.update();
		this.jdbc.sql("update volunteer_draft_secret set proven = false where secret_hash = ?")
			.param(here.hash())
			.update();
	}

	Optional<Long> draftOfLink(Secret secret) {
		return draftOf(secret, "LINK");
	}

	Optional<Long> draftOfBrowser(Secret secret) {
		return draftOf(secret, "BROWSER");
	}

	private Optional<Long> draftOf(Secret secret, String kind) {
		return this.jdbc.sql("select draft_id from volunteer_draft_secret where secret_hash = ? and kind = ?")
			.params(secret.hash(), kind)
			.query(Long.class)
			.optional();
	}

}
