package fr.medecinproche.joining;

import fr.medecinproche.account.Secret;
import fr.medecinproche.joining.ResumeLinkIssued.Occasion;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Has the link to a draft sent to its address.
 */
@Component
class DraftPost {

	private final DraftSecrets secrets;

	private final ApplicationEventPublisher events;

	DraftPost(DraftSecrets secrets, ApplicationEventPublisher events) {
		this.secrets = secrets;
		this.events = events;
	}

	void send(VolunteerDraft draft, Occasion occasion) {
		var who = draft.identity();
		var link = this.secrets.issueLink(draft.getId());
		this.events.publishEvent(new ResumeLinkIssued(draft.getId(), occasion, who.email(), who.title(), link.value(),
				draft.getStartedAt(), draft.getExpiresAt(), draft.getLocale()));
	}

	/** The first link, and the secret of the browser that typed the address. */
	Secret begin(VolunteerDraft draft) {
		send(draft, Occasion.STARTED);
		return this.secrets.issueToStranger(draft.getId());
	}

	void moveToNewAddress(VolunteerDraft draft, Secret browser) {
		this.secrets.startAnew(draft.getId(), browser);
		send(draft, Occasion.STARTED);
	}

	Secret handToOwner(VolunteerDraft draft) {
		return this.secrets.issueToOwner(draft.getId());
	}

}
