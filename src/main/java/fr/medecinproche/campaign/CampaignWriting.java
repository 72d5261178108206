package fr.medecinproche.campaign;

import java.time.Clock;
import java.util.Objects;
import java.util.stream.Collectors;

import fr.medecinproche.account.Secret;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to the next people of a call, each by a link of their own. The letter is written
 * by those who listen to {@link CampaignWritten}.
 */
@Component
class CampaignWriting {

	private final CampaignQueue queue;

	private final CampaignInvitations invitations;

	private final CampaignRefusals refusals;

	private final CampaignSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CampaignWriting(CampaignQueue queue, CampaignInvitations invitations, CampaignRefusals refusals,
			CampaignSettings settings, ApplicationEventPublisher events, Clock clock) {
		this.queue = queue;
		this.invitations = invitations;
		this.refusals = refusals;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Writes to the next people.
	 * @param campaign a call that runs, locked
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void toNext(Campaign campaign) {
		this.refusals.oneAtATime();
		var now = this.clock.instant();
		var places = this.queue.next(campaign, this.settings.wave())
			.stream()
			.collect(Collectors.toMap(CampaignQueue.Turn::id, CampaignQueue.Turn::place));
		for (var invitation : this.invitations.findByIdIn(places.keySet())) {
			var secret = Secret.random();
			invitation.write(secret, now, this.settings, Objects.requireNonNull(places.get(invitation.getId())));
			this.events.publishEvent(new CampaignWritten(invitation.getId(), secret.value()));
		}
		this.invitations.flush();
	}

}
