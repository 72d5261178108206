package fr.medecinproche.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;

import fr.medecinproche.campaign.CampaignRefusedException.Reason;
import fr.medecinproche.schedule.SchedulingRefusedException;
import fr.medecinproche.schedule.SchedulingService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people answer to calls. Of many who say yes at once, as many come as are needed:
 * doctors and half-days are locked before the call, as everywhere, and whoever finds the
 * need met takes nothing.
 */
@Service
@Transactional
public class CampaignAnswers {

	private final CampaignInvitations invitations;

	private final Campaigns campaigns;

	private final CampaignHalfDays halfDays;

	private final CampaignRefusals refusals;

	private final SchedulingService scheduling;

	private final Clock clock;

	CampaignAnswers(CampaignInvitations invitations, Campaigns campaigns, CampaignHalfDays halfDays,
			CampaignRefusals refusals, SchedulingService scheduling, Clock clock) {
		this.invitations = invitations;
		this.campaigns = campaigns;
		this.halfDays = halfDays;
		this.refusals = refusals;
		this.scheduling = scheduling;
		this.clock = clock;
	}

	/**
	 * Says yes. A doctor whose file is complete takes the half-days, all or none; anybody
	 * else is noted as coming once theirs is.
	 * @param invitationId the invitation, proven to be theirs
	 * @param slotIds the half-days ticked
	 * @throws CampaignRefusedException when nothing was ticked, a half-day is none of the
	 * call's, or the call has ended
	 * @throws SchedulingRefusedException when the doctor may not take one of them
	 */
	public void accept(long invitationId, Collection<Long> slotIds) {
		var standing = this.invitations.standing(invitationId).orElseThrow();
		standing.refuseOnceEnded(LocalDate.now(this.clock));
		var ticked = Set.copyOf(slotIds);
		if (ticked.isEmpty()) {
			throw new CampaignRefusedException(Reason.NOTHING_TICKED);
		}
		if (!this.halfDays.areOffered(standing.campaignId(), ticked)) {
			throw new CampaignRefusedException(Reason.NO_LONGER_OFFERED);
		}
		if (standing.mayTake()) {
			take(standing, ticked);
			answer(invitationId, CallAnswer.YES);
		}
		else {
			// whoever ends the call at this moment comes first
			this.campaigns.locked(standing.campaignId()).getStatus().refuseOnceEnded();
			this.halfDays.noteInterest(invitationId, ticked);
			answer(invitationId, CallAnswer.INTERESTED);
		}
	}

	private void take(Standing standing, Set<Long> ticked) {
		this.scheduling.take(Objects.requireNonNull(standing.volunteerId()), ticked);
		this.halfDays.adopt(standing.campaignId(), ticked);
		// whoever took the last ones has ended the call: before us, or are we the ones?
		var status = this.campaigns.statusOf(standing.campaignId());
		if (status == CampaignStatus.MET
				&& this.halfDays.countTaken(standing.campaignId()) - ticked.size() >= standing.wanted()) {
			throw new CampaignRefusedException(Reason.NEED_MET);
		}
		if (status == CampaignStatus.STOPPED || status == CampaignStatus.OVER) {
			throw new CampaignRefusedException(Reason.ENDED);
		}
	}

	/**
	 * Says « not this time ». Half-days taken stay taken.
	 * @param invitationId the invitation, proven to be theirs
	 */
	public void decline(long invitationId) {
		if (this.invitations.standing(invitationId).orElseThrow().answer() != CallAnswer.YES) {
			this.halfDays.noteInterest(invitationId, Set.of());
			answer(invitationId, CallAnswer.NOT_NOW);
		}
	}

	/**
	 * Says « never again ». Half-days taken stay taken.
	 * @param invitationId the invitation, proven to be theirs
	 */
	public void refuse(long invitationId) {
		this.refusals.refuseBehind(invitationId);
		if (this.invitations.standing(invitationId).orElseThrow().answer() != CallAnswer.YES) {
			answer(invitationId, CallAnswer.NEVER);
		}
	}

	/**
	 * Whether whoever an invitation went to wants no calls.
	 * @param invitationId the invitation
	 * @return true once they have said so
	 */
	@Transactional(readOnly = true)
	public boolean isRefused(long invitationId) {
		return this.refusals.isRefusedBehind(invitationId);
	}

	private void answer(long invitationId, CallAnswer what) {
		this.invitations.findById(invitationId).orElseThrow().answer(what, this.clock.instant());
		this.invitations.flush();
	}

}
