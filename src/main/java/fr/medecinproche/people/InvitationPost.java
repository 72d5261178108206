package fr.medecinproche.people;

import java.time.Clock;
import java.time.Duration;

import fr.medecinproche.account.Account;
import fr.medecinproche.account.Secret;
import fr.medecinproche.account.SignedIn;
import fr.medecinproche.people.PeopleRefusedException.Reason;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes invitations, has them sent and noted.
 */
@Component
class InvitationPost {

	private final Reach reach;

	private final StaffDirectory directory;

	private final PeopleActs acts;

	private final ApplicationEventPublisher events;

	private final PeopleSettings settings;

	private final Clock clock;

	InvitationPost(Reach reach, StaffDirectory directory, PeopleActs acts, ApplicationEventPublisher events,
			PeopleSettings settings, Clock clock) {
		this.reach = reach;
		this.directory = directory;
		this.acts = acts;
		this.events = events;
		this.settings = settings;
		this.clock = clock;
	}

	void mustReach(Guest guest, SignedIn actor) {
		if (!this.reach.covers(actor, guest.role(), guest.perimeter(), guest.siteId()) || isNowhere(guest)) {
			throw new PeopleRefusedException(Reason.OUT_OF_REACH);
		}
	}

	/** Whether there is no such area or site. */
	private boolean isNowhere(Guest guest) {
		return (guest.perimeter() != null || guest.siteId() != null)
				&& this.directory.place(guest.perimeter(), guest.siteId()).isEmpty();
	}

	Duration lasts() {
		return this.settings.invitationLasts();
	}

	Invitation written(Guest guest, Secret secret, SignedIn actor) {
		return new Invitation(guest, secret, actor.accountId(), lasts(), this.clock);
	}

	void send(String action, Invitation invitation, Secret secret) {
		note(action, invitation);
		this.events.publishEvent(new InvitationSent(invitation.email().value(), invitation.displayName(),
				invitation.role(), this.directory.place(invitation.perimeter(), invitation.siteId()).orElse(null),
				secret.value(), this.clock.instant().plus(lasts()), invitation.locale()));
	}

	void note(String action, Invitation invitation) {
		this.acts.invitation(action, invitation);
	}

	void noteJoined(Invitation invitation, Account account) {
		this.acts.joined(invitation, account.id());
	}

}
