package fr.medecinproche.campaign;

import java.time.Clock;

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

	private final CampaignAudience audience;

	private final CampaignInvitations invitations;

	private final CampaignRefusals refusals;

	private final CampaignSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CampaignWriting(CampaignAudience audience, CampaignInvitations invitations, CampaignRefusals refusals,
			CampaignSettings settings, ApplicationEventPublisher events, Clock clock) {
		this.audience = audience;
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
		var next = this.invitations.findByIdIn(this.audience.next(campaign, this.settings.wave()));
		for (var invitation : next) {
			var secret = Secret.random();
			invitation.write(secret, now, this.settings.restUntil(now));
			this.events.publishEvent(new CampaignWritten(invitation.getId(), secret.value()));
		}
		this.invitations.flush();
	}

}
