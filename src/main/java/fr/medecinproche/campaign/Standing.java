package fr.medecinproche.campaign;

import java.time.LocalDate;

import fr.medecinproche.campaign.CampaignRefusedException.Reason;
import fr.medecinproche.volunteer.FileStatus;
import org.jspecify.annotations.Nullable;

/**
 * Where an invitation stands at an instant.
 *
 * @param campaignId the call
 * @param wanted how many half-days it needs
 * @param status where the call stands
 * @param span when doctors are missing
 * @param volunteerId the doctor, if we know them
 * @param file where their file stands
 * @param answer what they said
 */
public record Standing(long campaignId, short wanted, CampaignStatus status, CampaignSpan span,
		@Nullable Long volunteerId, @Nullable FileStatus file, CallAnswer answer) {

	/**
	 * Makes sure that an answer still counts.
	 * @param today the present day
	 */
	void refuseOnceEnded(LocalDate today) {
		this.status.refuseOnceEnded();
		if (this.span.isOver(today)) {
			throw new CampaignRefusedException(Reason.ENDED);
		}
	}

	boolean mayTake() {
		return this.file == FileStatus.ACTIVE;
	}

}
