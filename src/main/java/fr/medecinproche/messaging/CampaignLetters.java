package fr.medecinproche.messaging;

import java.util.Objects;

import fr.medecinproche.campaign.CallMail;
import fr.medecinproche.campaign.CallWords;
import fr.medecinproche.campaign.CallsRefused;
import fr.medecinproche.campaign.CampaignEnded;
import fr.medecinproche.campaign.CampaignInvitation;
import fr.medecinproche.campaign.CampaignInvitations;
import fr.medecinproche.campaign.CampaignWritten;
import fr.medecinproche.schedule.HalfDay;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends calls for solidarity by day, and holds back what has not left when a call ends or
 * its reader wants none.
 */
@Component
class CampaignLetters {

	/** Also read by the pages that count what was delivered. */
	private static final String KEY = "campaign:%d:%d";

	private final CampaignInvitations invitations;

	private final CallWords words;

	private final Outbox outbox;

	private final LetterWriter writer;

	CampaignLetters(CampaignInvitations invitations, CallWords words, Outbox outbox, LetterWriter writer) {
		this.invitations = invitations;
		this.words = words;
		this.outbox = outbox;
		this.writer = writer;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(CampaignWritten event) {
		var invitation = this.invitations.findById(event.invitationId()).orElseThrow();
		var campaign = invitation.getCampaign();
		var mail = this.words.write(campaign, CallWords.Reader.of(invitation));
		var useful = campaign.getSpan().lastDay().plusDays(1).atStartOfDay(HalfDay.ZONE).toInstant();
		var envelope = new Envelope(KEY.formatted(campaign.getId(), invitation.getId()), address(invitation),
				invitation.locale(), useful);
		this.outbox.enqueue(this.writer.mail(envelope, notice(mail, event.link()), null).byDay());
	}

	private static String address(CampaignInvitation invitation) {
		return Objects.requireNonNull(invitation.address(), "nobody is written to who is forgotten");
	}

	private static Notice notice(CallMail mail, String link) {
		var notice = Notice.of("CampaignCall", mail.subject(), String.join("\n", mail.opening()), mail.action(),
				String.join("\n", mail.closing()), mail.leaving());
		for (var fact : mail.facts()) {
			notice = notice.with(fact.name(), fact.value());
		}
		return notice.leadingTo("/appels/" + link).leavingBy("/appels/" + link + "/desinscription");
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(CampaignEnded event) {
		this.outbox.withdraw("campaign:%d:%%".formatted(event.campaignId()));
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(CallsRefused event) {
		this.outbox.withdraw(KEY.formatted(event.campaignId(), event.invitationId()));
	}

}
