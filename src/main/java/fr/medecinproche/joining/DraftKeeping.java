package fr.medecinproche.joining;

import java.time.Clock;
import java.time.Instant;

import fr.medecinproche.joining.ResumeLinkIssued.Occasion;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What time does to drafts: a reminder or two, then they are forgotten.
 */
@Service
@Transactional
class DraftKeeping {

	private static final int PAGE = 50;

	private final VolunteerDrafts drafts;

	private final DraftPost post;

	private final JoiningSettings settings;

	private final Clock clock;

	DraftKeeping(VolunteerDrafts drafts, DraftPost post, JoiningSettings settings, Clock clock) {
		this.drafts = drafts;
		this.post = post;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Forgets the drafts that nobody has touched for too long, and the rows of those that
	 * were sent.
	 * @return how many
	 */
	int forgetExpired() {
		return this.drafts.deleteExpired(this.clock.instant());
	}

	/**
	 * Reminds the doctors of drafts left alone.
	 * @return whether there may be more to remind of now
	 */
	boolean remindSome() {
		var now = this.clock.instant();
		var due = this.drafts.lockForgotten(this.settings.reminders(), now, leftAloneSince(now), PAGE);
		due.forEach((id) -> {
			var draft = this.drafts.findById(id).orElseThrow();
			draft.remind(now);
			this.post.send(draft, Occasion.REMINDED);
		});
		return due.size() == PAGE;
	}

	private Instant leftAloneSince(Instant now) {
		return now.atZone(this.clock.getZone()).minus(this.settings.remindAfter()).toInstant();
	}

}
