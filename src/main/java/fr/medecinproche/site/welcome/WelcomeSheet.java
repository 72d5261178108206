package fr.medecinproche.site.welcome;

import java.time.Instant;
import java.util.Objects;

import fr.medecinproche.site.WelcomeWords;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor who arrives at a site reads, beside the site's own description.
 */
@Entity
@Table(name = "site_welcome")
public class WelcomeSheet {

	@Id
	@Column(name = "site_id")
	private long siteId;

	@Embedded
	private @Nullable WelcomeWords words;

	private @Nullable Long changedBy;

	private Instant changedAt;

	@Version
	private @Nullable Integer version;

	@SuppressWarnings("NullAway.Init")
	protected WelcomeSheet() {
	}

	/**
	 * A sheet nobody has written yet.
	 * @param siteId its site
	 * @param now the present
	 */
	WelcomeSheet(long siteId, Instant now) {
		this.siteId = siteId;
		this.changedAt = now;
	}

	/**
	 * Says it all anew.
	 * @param words all of it
	 * @param author the account of whoever does, null for the machine
	 * @param now the present
	 */
	void say(WelcomeWords words, @Nullable Long author, Instant now) {
		this.words = words;
		this.changedBy = author;
		this.changedAt = now;
	}

	/**
	 * What it says.
	 * @return never null, though all of it may be unsaid
	 */
	public WelcomeWords getWords() {
		return (this.words != null) ? this.words : WelcomeWords.UNSAID;
	}

	public Instant getChangedAt() {
		return this.changedAt;
	}

	public int getVersion() {
		return Objects.requireNonNullElse(this.version, 0);
	}

}
